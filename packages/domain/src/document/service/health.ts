import * as z from "zod";
import { duration } from "../duration.ts";
import { portName } from "../name.ts";
import { text } from "../text.ts";

const path = text(1024).startsWith("/", "does not begin with a slash||Write it like /readyz.");

const http = z.strictObject({
  http: z.strictObject({ port: portName, path, headers: z.record(text(100), text(1000)).optional() }),
});
const grpc = z.strictObject({ grpc: z.strictObject({ port: portName, service: text(200).optional() }) });
const tcp = z.strictObject({ tcp: z.strictObject({ port: portName }) });
const exec = z.strictObject({ exec: z.strictObject({ command: z.array(text(1000)).min(1).max(50) }) });

const check = "is not a check||Give exactly one of http, grpc, tcp or exec.";

export const readySchema = z.union([http, grpc, tcp, exec], check);

/** `slowerThanReady`: the same check with more patience, so that a slow moment does not restart it. */
const patience = { slowerThanReady: z.boolean().optional() };
export const liveSchema = z.union(
  [http.extend(patience), grpc.extend(patience), tcp.extend(patience), exec.extend(patience)],
  check,
);

/** `within`: how long it may take to start. */
const patienceAtStart = { within: duration.optional() };
export const startupSchema = z.union(
  [
    http.extend(patienceAtStart),
    grpc.extend(patienceAtStart),
    tcp.extend(patienceAtStart),
    exec.extend(patienceAtStart),
  ],
  check,
);

export const healthSchema = z.strictObject({
  ready: readySchema.optional(),
  live: liveSchema.optional(),
  startup: startupSchema.optional(),
});
export type Health = z.infer<typeof healthSchema>;
export type Check = z.infer<typeof readySchema>;
