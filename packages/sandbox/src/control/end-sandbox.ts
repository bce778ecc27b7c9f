import { setTimeout as wait } from "node:timers/promises";
import { ProcessRecord } from "../process/process-record.ts";
import { readSupervisorState } from "../supervisor/supervisor-state.ts";

/** Databases write down what they have, clusters end; then it is made to end. */
const PATIENCE_MS = 30_000;

/** Ends the sandbox of a state folder, and whatever an earlier one left. Gives whether there was anything to end. */
export async function endSandbox(home: string): Promise<boolean> {
  const running = readSupervisorState(home);
  if (running !== undefined) {
    process.kill(running.pid, "SIGTERM");
    for (let waited = 0; waited < PATIENCE_MS && readSupervisorState(home) !== undefined; waited += 100)
      await wait(100);
    if (readSupervisorState(home) !== undefined) process.kill(running.pid, "SIGKILL");
  }
  const record = new ProcessRecord(home);
  const left = record.running();
  if (left.length > 0) await record.endLeftovers();
  return running !== undefined || left.length > 0;
}
