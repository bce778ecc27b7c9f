import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { processIdentity } from "../process/process-identity.ts";

const stateSchema = z.object({
  pid: z.int().positive(),
  identity: z.string(),
  /** RFC 3339. */
  since: z.string(),
  /** The portal's address, once it answers. */
  url: z.string().optional(),
  /** Whether pods in its clusters run nothing. */
  simulated: z.boolean(),
  clusters: z.record(z.string(), z.object({ percent: z.number(), message: z.string(), ready: z.boolean() })),
});

/** What a running sandbox tells the commands that ask about it. */
export type SupervisorState = z.infer<typeof stateSchema>;

/** The sandbox that runs on this state folder; `undefined` where none does. */
export function readSupervisorState(home: string): SupervisorState | undefined {
  try {
    const state = stateSchema.parse(JSON.parse(readFileSync(stateFile(home), "utf8")));
    return processIdentity(state.pid) === state.identity ? state : undefined;
  } catch {
    return undefined;
  }
}

export function writeSupervisorState(home: string, state: Omit<SupervisorState, "pid" | "identity">): void {
  const { pid } = process;
  const text = JSON.stringify({ pid, identity: processIdentity(pid), ...state }, null, 2);
  writeFileSync(`${stateFile(home)}.new`, text, { mode: 0o600 });
  renameSync(`${stateFile(home)}.new`, stateFile(home));
}

export function dropSupervisorState(home: string): void {
  rmSync(stateFile(home), { force: true });
}

function stateFile(home: string): string {
  return join(home, "supervisor.json");
}
