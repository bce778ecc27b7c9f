import { type Actor, AppError } from "@fairlead/domain";
import type { Policy } from "@fairlead/policy";
import { requirePermission } from "../access/require-permission.ts";
import type { Deps } from "../deps.ts";
import type { PolicyExample } from "./policy-example.ts";
import type {
  PolicyEventView,
  PolicyFinding,
  PolicyFindings,
  PolicyStandingView,
  PolicySyncView,
  StageDecision,
} from "./policy-reader.ts";
import { type PolicySummary, summarisePolicy } from "./summarise-policy.ts";

export interface PolicyDetail extends PolicySummary {
  policy: Policy;
  /** What it has against what was last delivered. */
  findings: PolicyFinding[];
  judged: Omit<PolicyFindings, "findings">;
  /** How it stands in each cluster; without a standing where nobody could look yet. */
  inClusters: { sync: PolicySyncView; standing?: PolicyStandingView }[];
  decisions: StageDecision[];
  events: PolicyEventView[];
  examples: PolicyExample[];
}

const EVENTS = 20;

/**
 * One policy with all that is known of it.
 *
 * @throws AppError `not-found`
 */
export async function getPolicy(
  { read, judge, now, policyExamples }: Pick<Deps, "read" | "judge" | "now" | "policyExamples">,
  actor: Actor,
  id: string,
): Promise<PolicyDetail> {
  requirePermission(actor, "policy.read");
  const policy = judge.policies.find((each) => each.id === id);
  if (policy === undefined) throw new AppError("not-found", `There is no policy named ${id}.`);
  const [syncs, standings, decisions, events, all] = await Promise.all([
    read.policy.syncs(),
    read.policy.standings({ policy: id }),
    read.policy.decisions(id),
    read.policy.events(id, EVENTS),
    read.policy.findings(judge.digest),
  ]);
  const { findings: ofAll, ...judged } = all;
  const findings = ofAll.filter((finding) => finding.policy === id);
  const differing = standings.filter(({ state }) => state !== "in-step");
  return {
    ...summarisePolicy(policy, { decision: decisions[0], findings, differing, syncs, now: now() }),
    policy,
    findings,
    judged,
    inClusters: syncs.map((sync) => {
      const standing = standings.find(({ cluster }) => cluster === sync.cluster);
      return standing === undefined ? { sync } : { sync, standing };
    }),
    decisions,
    events,
    examples: policyExamples?.(id) ?? [],
  };
}
