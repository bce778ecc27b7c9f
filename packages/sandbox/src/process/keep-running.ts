import { setTimeout as wait } from "node:timers/promises";
import type { Child } from "./start-child.ts";

/** A restart comes after this, and twice as late each time until it has run for a minute. */
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;
const STEADY_MS = 60_000;

export interface KeptRunning {
  /** The one that runs now, or ran last. */
  current(): Child;
  stop(): Promise<void>;
}

/** Starts a process, and again whenever it ends by itself. Whoever kills its whole group means it. */
export function keepRunning(start: () => Child, say: (line: string) => void): KeptRunning {
  const ending = new AbortController();
  let child = start();
  const loop = async () => {
    for (let pauseMs = FIRST_PAUSE_MS; !ending.signal.aborted; ) {
      const started = Date.now();
      const code = await child.exited;
      if (ending.signal.aborted) return;
      if (child.wasKilled()) return say(`The ${child.name} was killed and stays away until the next start.`);
      if (Date.now() - started > STEADY_MS) pauseMs = FIRST_PAUSE_MS;
      say(`The ${child.name} ended with code ${code} and starts again in ${pauseMs / 1000} s. See ${child.logFile}.`);
      await wait(pauseMs, undefined, { signal: ending.signal }).catch(() => {});
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      if (!ending.signal.aborted) child = start();
    }
  };
  void loop();
  return {
    current: () => child,
    stop: async () => {
      ending.abort();
      await child.stop();
    },
  };
}
