"use client";

import { useEffect, useEffectEvent, useState } from "react";
import type { CallProblem } from "./problem.ts";

export interface Latest<Answer> {
  /** To the last question that was answered; stays while a newer one is asked. */
  answer?: Answer | undefined;
  /** Why the last question was not answered. */
  problem?: CallProblem | undefined;
  /** A newer answer is on its way. */
  pending: boolean;
}

const TYPING_MS = 250;

/**
 * Asks whenever the key changes, a moment after the last change, so that typing does not ask with every letter. Only
 * the answer to the newest question counts, whatever order they come in.
 */
export function useLatest<Answer>(key: string, ask: (signal: AbortSignal) => Promise<Answer>): Latest<Answer> {
  const [latest, setLatest] = useState<{
    key: string;
    answer?: Answer | undefined;
    problem?: CallProblem | undefined;
  }>();
  const askNow = useEffectEvent(ask);
  const first = latest === undefined;

  useEffect(() => {
    const abort = new AbortController();
    const timer = setTimeout(
      async () => {
        try {
          const answer = await askNow(abort.signal);
          if (!abort.signal.aborted) setLatest({ key, answer });
        } catch (error) {
          if (abort.signal.aborted) return;
          const { problemOf } = await import("./problem.ts");
          setLatest((before) => ({ key, answer: before?.answer, problem: problemOf(error) }));
        }
      },
      first ? 0 : TYPING_MS,
    );
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [key, first]);

  return { answer: latest?.answer, problem: latest?.problem, pending: latest?.key !== key };
}
