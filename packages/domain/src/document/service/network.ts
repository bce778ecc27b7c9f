import * as z from "zod";
import { portName, portNumber, resourceName, serviceName } from "../name.ts";
import { anyText } from "../text.ts";

export const PROTOCOLS = ["http", "grpc", "tcp"] as const;
export type Protocol = (typeof PROTOCOLS)[number];

export const portSchema = z.strictObject({
  name: portName,
  /** What the container listens on. */
  port: portNumber,
  /** What callers use; the same as `port` if left out. */
  servicePort: portNumber.optional(),
  protocol: z.enum(PROTOCOLS),
});
export type Port = z.infer<typeof portSchema>;

export const EXPOSURES = ["nobody", "team", "platform", "public"] as const;
export type Exposure = (typeof EXPOSURES)[number];

const host = z
  .string()
  .max(253, "is longer than 253 characters||Write it like shop.example.com.")
  .regex(
    /^(\*\.)?([a-z0-9]([-a-z0-9]*[a-z0-9])?\.)+[a-z]{2,63}$/,
    "is not a host name||Write it like shop.example.com.",
  );

export const exposeSchema = z.strictObject({
  to: z.enum(EXPOSURES),
  /** For `public` only: the names under which the platform's gateway offers it. */
  hosts: z.array(host).min(1).max(20).optional(),
});

const variableName = z
  .string()
  .max(100, "is longer than 100 characters||Shorten the name.")
  .regex(
    /^[A-Za-z_][A-Za-z0-9_]*$/,
    "is not a variable name||Use letters, digits and underscores, and do not begin with a digit.",
  );

/** What a service calls: another service, a resource off the platform, or a host outside. */
export const needSchema = z.union(
  [
    z.strictObject({
      service: serviceName,
      /** The callee's port by name; its only one if left out. */
      port: portName.optional(),
      as: variableName.optional(),
      optional: z.boolean().optional(),
    }),
    z.strictObject({ resource: resourceName, as: variableName.optional(), optional: z.boolean().optional() }),
    z.strictObject({ external: host, port: portNumber }),
  ],
  "is not a need||Name one of service, resource or external (with its port).",
);
export type Need = z.infer<typeof needSchema>;

const variableValue = anyText(4096, "many lines", 'is not text||Put it in quotes, as in "8080".');

export const envSchema = z.record(variableName, variableValue);
export type Env = z.infer<typeof envSchema>;
