import { setTimeout as wait } from "node:timers/promises";

export interface WaitOptions {
  /** For the error: what was waited for. */
  what: string;
  timeoutMs: number;
  everyMs?: number;
  signal?: AbortSignal;
}

/** Asks until the answer is yes. A question that throws counts as no. */
export async function waitUntil(ask: () => Promise<boolean>, options: WaitOptions): Promise<void> {
  const deadline = Date.now() + options.timeoutMs;
  for (;;) {
    options.signal?.throwIfAborted();
    if (await ask().catch(() => false)) return;
    if (Date.now() > deadline) throw new Error(`${options.what} did not come up within ${options.timeoutMs / 1000} s.`);
    await wait(options.everyMs ?? 100, undefined, { signal: options.signal });
  }
}
