import { setTimeout as wait } from "node:timers/promises";

const PAUSE_MS = { first: 10, most: 250 };

/** Asks until the answer is yes, quickly at first. `false` where it took too long. */
export async function waitUntil(ask: () => Promise<boolean>, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  for (let pauseMs = PAUSE_MS.first; ; pauseMs = Math.min(pauseMs * 2, PAUSE_MS.most)) {
    if (await ask()) return true;
    if (Date.now() > deadline) return false;
    await wait(pauseMs);
  }
}
