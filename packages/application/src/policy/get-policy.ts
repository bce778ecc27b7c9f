import { type Actor, AppError, exceptionState, policiesOf } from "@fairlead/domain";
import type { Policy } from "@fairlead/policy";
import { requirePermission } from "../access/require-permission.ts";
import type { Deps } from "../deps.ts";
import type { ListedException } from "../exception/list-exceptions.ts";
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
import { withoutExcused } from "./without-excused.ts";

export interface PolicyDetail extends PolicySummary {
  policy: Policy;
  /** What it has against what was last delivered, but for what an exception lets off. */
  findings: PolicyFinding[];
  /** Those in force that let a service off it. */
  exceptions: ListedException[];
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
  const at = now();
  const [syncs, standings, decisions, events, all, approved] = await Promise.all([
    read.policy.syncs(),
    read.policy.standings({ policy: id }),
    read.policy.decisions(id),
    read.policy.events(id, EVENTS),
    read.policy.findings(judge.digest),
    read.exception.approvedUntilAfter(at),
  ]);
  const { findings: ofAll, ...judged } = all;
  const ofPolicy = ofAll.filter((finding) => finding.policy === id);
  const findings = withoutExcused(ofPolicy, approved, at);
  const differing = standings.filter(({ state }) => state !== "in-step");
  return {
    ...summarisePolicy(policy, { decision: decisions[0], findings, differing, syncs, now: at }),
    policy,
    findings,
    exceptions: approved
      .filter(({ subject }) => policiesOf(subject).includes(id))
      .map((exception) => ({ ...exception, state: exceptionState(exception, at) }))
      .filter(({ state }) => state === "in-force"),
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
