import type { StagePlan } from "@fairlead/policy";
import type { PolicyMode, PolicyStanding } from "./policy-state.ts";

/** What somebody decided about when a policy warns and denies. */
export interface StageDecision extends StagePlan {
  reason: string;
  by: string;
  at: Date;
}

/** How the policies of one cluster stand, as of its last look. */
export interface PolicySyncView {
  cluster: string;
  mode: PolicyMode;
  /** Not there where nobody could look yet. */
  checkedAt?: Date;
  inStep: number;
  total: number;
  /** Why the last try failed; empty where it did not. */
  problem: string;
  /** How long the last look took, and how much it wrote. */
  durationMs: number;
  writes: number;
}

export interface PolicyStandingView extends PolicyStanding {
  cluster: string;
  since: Date;
}

export interface PolicyEventView {
  cluster: string;
  policy: string;
  message: string;
  at: Date;
}

/** Something that a policy has against what was last delivered to a place. */
export interface PolicyFinding {
  policy: string;
  object: string;
  message: string;
  service: string;
  team: string;
  environment: string;
  cluster: string;
}

/** What is known of how delivered services keep the policies. */
export interface PolicyFindings {
  findings: PolicyFinding[];
  /** Services whose newest manifests were judged by the policies of now. */
  services: number;
  /** Those that wait to be judged. */
  waiting: number;
  /** When the last of them was judged. */
  at?: Date;
}

export interface PolicyReader {
  /** The decision that holds for each policy; one without a decision holds as it ships. */
  plans(): Promise<ReadonlyMap<string, StageDecision>>;
  /** All decisions about a policy, the newest first. */
  decisions(policy: string): Promise<StageDecision[]>;
  syncs(): Promise<PolicySyncView[]>;
  /** Of one policy in all clusters, or of all that are not in step. */
  standings(of: { policy: string } | "not in step"): Promise<PolicyStandingView[]>;
  events(policy: string, limit: number): Promise<PolicyEventView[]>;
  findings(policySet: string): Promise<PolicyFindings>;
}
