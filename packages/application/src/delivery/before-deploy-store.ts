/** One attempt at the step of a release in an environment. */
export interface StepAttempt {
  releaseId: string;
  environment: string;
  /** From 1 on. */
  attempt: number;
}

/** Whose turn it is with the step before a deploy. */
export type StepTurn =
  /** It was done for this release in this environment, wherever. */
  | { state: "succeeded" }
  /** It failed, and nobody has asked for another deploy of the release since. */
  | { state: "failed"; reason: string; cluster: string }
  /** This delivery looks after it. */
  | { state: "mine"; step: StepAttempt }
  /** Another cluster's delivery does. */
  | { state: "elsewhere"; cluster: string }
  /** The step of another release still runs there. */
  | { state: "busy"; step: StepAttempt; release: string; cluster: string; isHere: boolean; until: Date };

/**
 * Remembers the step before a deploy, which runs once for a release in an environment: on the cluster whose delivery
 * comes first. Idempotent: whoever looks after it may ask again.
 */
export interface BeforeDeployStore {
  /** @param withinSeconds after so long the cluster has ended it */
  takeTurn(delivery: string, withinSeconds: number): Promise<StepTurn>;
  /** How an attempt ended. Nothing where it is not the present one. */
  settle(step: StepAttempt, end: { state: "succeeded" } | { state: "failed"; reason: string }): Promise<void>;
}
