import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";

const ROOT = join(import.meta.dirname, "../../../..");
const MEMORY_MIB = 320;
/** Far more than any of it takes on a busy machine, and nothing beside the years that the worst would take. */
const DEADLINE_MS = 120_000;

interface Ended {
  readonly code: number | null;
  /** Set where it was killed: at the deadline, or by the system. */
  readonly signal: NodeJS.Signals | null;
  readonly said: string;
}

/** Runs a program of this repository with little memory and an end, and gives it its input. */
export async function runLimited(file: string, args: readonly string[], input: string): Promise<Ended> {
  const child = spawn(process.execPath, [`--max-old-space-size=${MEMORY_MIB}`, join(ROOT, file), ...args], {
    stdio: ["pipe", "pipe", "pipe"],
    timeout: DEADLINE_MS,
    killSignal: "SIGKILL",
  });
  // Who has read enough closes the pipe.
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  const [out, err, ended] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve, reject) => {
      child.on("error", reject).on("close", (code, signal) => resolve({ code, signal }));
    }),
  ]);
  return { ...ended, said: out + err };
}
