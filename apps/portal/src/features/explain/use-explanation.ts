"use client";

import { useState } from "react";
import type { CallProblem } from "../../browser/problem.ts";
import { useLatest } from "../../browser/use-latest.ts";
import type { ExplanationView } from "./explanation-view.ts";

export interface Explanation {
  /** Of what is shown now; missing until somebody wanted to know, and the answer is there. */
  view: ExplanationView | undefined;
  pending: boolean;
  problem: CallProblem | undefined;
  /** Somebody looks at a line. */
  want: () => void;
}

/**
 * Who set which line. Costs the server a hundred renderings, so it is asked only when somebody looks at a line, once
 * for all objects, and again only when they look again after something has changed.
 *
 * @param key of what is explained
 */
export function useExplanation(key: string, ask: (signal: AbortSignal) => Promise<ExplanationView>): Explanation {
  const [wanted, setWanted] = useState<string>();
  const latest = useLatest<ExplanationView | undefined>(wanted ?? "", (signal) =>
    wanted === undefined ? Promise.resolve(undefined) : ask(signal),
  );
  const isCurrent = wanted === key;
  return {
    view: isCurrent && !latest.pending ? latest.answer : undefined,
    pending: isCurrent && latest.pending,
    problem: isCurrent ? latest.problem : undefined,
    want: () => setWanted(key),
  };
}
