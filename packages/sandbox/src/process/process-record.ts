import { execFileSync } from "node:child_process";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { childEnv } from "./child-env.ts";

/** A process as it can be recognised later: an id is reused, an id with its start time is not. */
interface Recorded {
  name: string;
  pid: number;
  started: string;
}

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
    const started = startTime(pid);
    if (started === undefined) return;
    this.#entries.push({ name, pid, started });
    this.#save();
  }

  clear(): void {
    this.#entries = [];
    this.#save();
  }

  /** Ends what an earlier run left, group by group. Gives the names of what was found. */
  endLeftovers(): string[] {
    const found = this.#read().filter(({ pid, started }) => startTime(pid) === started);
    for (const { pid } of found) killGroup(pid);
    this.clear();
    return found.map(({ name }) => name);
  }

  /** Whether a process of the record still runs. */
  running(): { name: string; pid: number }[] {
    return this.#read().filter(({ pid, started }) => startTime(pid) === started);
  }

  #read(): Recorded[] {
    try {
      const parsed: unknown = JSON.parse(readFileSync(this.#file, "utf8"));
      return Array.isArray(parsed) ? parsed.filter(isRecorded) : [];
    } catch {
      // No record yet, or half a one: nothing is known to be left.
      return [];
    }
  }

  #save(): void {
    writeFileSync(`${this.#file}.new`, JSON.stringify(this.#entries, null, 2), { mode: 0o600 });
    renameSync(`${this.#file}.new`, this.#file);
  }
}

function isRecorded(value: unknown): value is Recorded {
  return (
    typeof value === "object" &&
    value !== null &&
    "pid" in value &&
    typeof value.pid === "number" &&
    "started" in value &&
    typeof value.started === "string"
  );
}

/** When a process started, as `ps` says it; `undefined` if there is none. */
export function startTime(pid: number): string | undefined {
  try {
    const text = execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], {
      encoding: "utf8",
      env: childEnv({ LC_ALL: "C" }),
    });
    return text.trim() === "" ? undefined : text.trim();
  } catch {
    return undefined;
  }
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It ended between looking and acting.
  }
}
