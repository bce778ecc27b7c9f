import { setTimeout as wait } from "node:timers/promises";
import type { Child } from "./start-child.ts";

export interface WaitOptions {
  /** For the error: what was waited for. */
  what: string;
  timeoutMs: number;
  everyMs?: number;
  /** Whose end makes waiting pointless. */
  child?: Child;
  signal?: AbortSignal | undefined;
}

/** Asks until the answer is yes. A question that throws counts as no. */
export async function waitUntil(ask: () => Promise<boolean>, options: WaitOptions): Promise<void> {
  const { what, timeoutMs, everyMs = 100, child, signal } = options;
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    signal?.throwIfAborted();
    if (await ask().catch(() => false)) return;
    if (child?.exitCode() !== undefined)
      throw new Error(`${what} ended with code ${child.exitCode()}. See ${child.logFile}.`);
    if (Date.now() > deadline)
      throw new Error(
        `${what} did not come up within ${timeoutMs / 1000} s.${child === undefined ? "" : ` See ${child.logFile}.`}`,
      );
    await wait(everyMs, undefined, { signal });
  }
}
