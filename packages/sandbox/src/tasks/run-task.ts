import { join } from "node:path";
import { machineEnv } from "@fairlead/env";
import type { ProcessRecord } from "../process/process-record.ts";
import { startChild } from "../process/start-child.ts";

export interface TaskOptions {
  home: string;
  record: ProcessRecord;
  /** What it is to do; anybody may see it in the list of processes. */
  input: object;
  env?: Readonly<Record<string, string>>;
  signal?: AbortSignal | undefined;
}

/**
 * Does something once in a process of its own, so that the memory it takes is given back: `<name>.task.ts` beside
 * this file. Fails with what the task wrote to stderr.
 */
export async function runTask(name: "load-world" | "attach", options: TaskOptions): Promise<void> {
  const { home, record, input, signal } = options;
  const said: string[] = [];
  const child = startChild({
    name,
    command: process.execPath,
    args: [join(import.meta.dirname, `${name}.task.ts`), JSON.stringify(input)],
    env: { ...machineEnv(), ...options.env },
    logFile: join(home, "logs", `${name}.log`),
    onLine: (line) => said.push(line),
  });
  record.add(name, child.pid);
  const stop = () => void child.stop();
  signal?.addEventListener("abort", stop);
  const code = await child.exited;
  signal?.removeEventListener("abort", stop);
  signal?.throwIfAborted();
  if (code !== 0) throw new Error(said.at(-1) ?? `It ended with code ${code}. See ${child.logFile}.`);
}
