import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import * as z from "zod";
import { processIdentity } from "./process-identity.ts";

const recordedSchema = z.array(z.object({ name: z.string(), pid: z.int().positive(), identity: z.string() }));
type Recorded = z.infer<typeof recordedSchema>[number];

/** How long a leftover may take to end by itself; Postgres writes down what it has. */
const GRACE_MS = 5000;

/**
 * Remembers in the state folder what was started, so that whatever a crash left behind is found at the next start and
 * ended, by its id, and only if it is still the same process.
 */
export class ProcessRecord {
  readonly #file: string;
  #entries: Recorded[] = [];

  constructor(home: string) {
    this.#file = join(home, "processes.json");
  }

  add(name: string, pid: number): void {
    const identity = processIdentity(pid);
    if (identity === undefined) return;
    this.#entries = [...this.#entries.filter(isRunning), { name, pid, identity }];
    this.#save();
  }

  /** What of the recorded runs, also when another process recorded it. */
  running(): { name: string; pid: number }[] {
    return this.#read().filter(isRunning);
  }

  /** Ends what an earlier run left, group by group, and waits until it is gone. Gives the names of what was found. */
  async endLeftovers(): Promise<string[]> {
    const found = this.#read().filter(isRunning);
    for (const { pid } of found) signalGroup(pid, "SIGTERM");
    for (let waited = 0; waited < GRACE_MS && found.some(isRunning); waited += 50) await wait(50);
    for (const { pid } of found.filter(isRunning)) signalGroup(pid, "SIGKILL");
    while (found.some(isRunning)) await wait(20);
    this.#entries = [];
    this.#save();
    return found.map(({ name }) => name);
  }

  #read(): Recorded[] {
    try {
      return recordedSchema.parse(JSON.parse(readFileSync(this.#file, "utf8")));
    } catch {
      // No record yet, or one that nobody can read: nothing is known to be left.
      return [];
    }
  }

  #save(): void {
    writeFileSync(`${this.#file}.new`, JSON.stringify(this.#entries, null, 2), { mode: 0o600 });
    renameSync(`${this.#file}.new`, this.#file);
  }
}

function isRunning({ pid, identity }: Recorded): boolean {
  return processIdentity(pid) === identity;
}

/** Whatever startChild starts leads a group of its own. */
function signalGroup(pid: number, signal: "SIGTERM" | "SIGKILL"): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // It ended between looking and acting.
  }
}
