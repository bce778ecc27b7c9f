import type { CallProblem } from "../../browser/problem.ts";

/** A refusal without what was said of a field that has been answered anew. */
export function withoutPath(problem: CallProblem, path: string): CallProblem {
  const isThere = (at: string) => at === path || at.startsWith(`${path}.`);
  return { ...problem, violations: problem.violations.filter((violation) => !isThere(violation.path)) };
}
