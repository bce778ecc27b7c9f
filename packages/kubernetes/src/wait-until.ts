import { setTimeout as wait } from "node:timers/promises";

/** Asks until the answer is yes; throws when it takes too long. */
export async function waitUntil(
  ask: () => Promise<boolean>,
  { what, timeoutMs }: { what: string; timeoutMs: number },
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await ask())) {
    if (Date.now() > deadline) throw new Error(`${what} did not take effect within ${timeoutMs / 1000} s.`);
    await wait(200);
  }
}
