/** How a policy stands in a cluster. */
export const POLICY_STATES = [
  "in-step",
  // Fairlead wants another text or stage than the cluster has.
  "behind",
  // Somebody else wrote to it.
  "changed",
  "missing",
  // The cluster would not take it.
  "refused",
  // This version of Kubernetes cannot evaluate it.
  "unsupported",
] as const;
export type PolicyState = (typeof POLICY_STATES)[number];

export interface PolicyStanding {
  policy: string;
  state: PolicyState;
  /** Why it is not in step, as a sentence; empty where it is. */
  detail: string;
  changedBy?: string;
  changedAt?: Date;
}

/** Something that people should know happened to a policy in a cluster. */
export interface PolicyEvent {
  policy: string;
  message: string;
}

/** Whether Fairlead mends what differs, or only shows it. */
export type PolicyMode = "manage" | "observe";
