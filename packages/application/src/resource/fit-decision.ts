import type { FitQuestion } from "@fairlead/domain";

export const FIT_OUTCOMES = ["on-platform", "off-platform"] as const;
export type FitOutcome = (typeof FIT_OUTCOMES)[number];

/** What somebody decided about whether a thing belongs on Kubernetes. */
export interface FitDecision {
  /** `name@version`, of the template that asked. */
  template: string;
  /** Left out where nobody was asked: it was put off the platform from the start. */
  question?: Pick<FitQuestion, "ask" | "because">;
  outcome: FitOutcome;
  reason: string;
}

/** A decision as it is kept: with who made it, and when. Never changed. */
export interface FitDecisionView extends FitDecision {
  by: string;
  at: Date;
}
