import type { Actor } from "@fairlead/domain";
import { requirePermission } from "../access/require-permission.ts";
import type { Deps } from "../deps.ts";
import type { PolicySyncView } from "./policy-reader.ts";
import { type PolicySummary, summarisePolicy } from "./summarise-policy.ts";
import { withoutExcused } from "./without-excused.ts";

export interface PolicyList {
  policies: PolicySummary[];
  /** Of how many services the newest manifests were judged, and of how many not yet. */
  judged: { services: number; waiting: number; at?: Date };
}

type ListDeps = Pick<Deps, "read" | "judge" | "now">;

/** All policies by title. */
export async function listPolicies({ read, judge, now }: ListDeps, actor: Actor): Promise<PolicyList> {
  requirePermission(actor, "policy.read");
  const at = now();
  const [plans, syncs, differing, { findings: ofAll, ...judged }, exceptions] = await Promise.all([
    read.policy.plans(),
    read.policy.syncs(),
    read.policy.standings("not in step"),
    read.policy.findings(judge.digest),
    read.exception.approvedUntilAfter(at),
  ]);
  const findings = withoutExcused(ofAll, exceptions, at);
  const policies = judge.policies.map((policy) =>
    summarisePolicy(policy, {
      decision: plans.get(policy.id),
      findings: findings.filter((finding) => finding.policy === policy.id),
      differing: differing.filter((standing) => standing.policy === policy.id),
      syncs,
      now: at,
    }),
  );
  return { policies: policies.toSorted((a, b) => (a.title < b.title ? -1 : 1)), judged };
}

/** How the policies of every cluster stand. */
export function listPolicySyncs({ read }: Pick<Deps, "read">, actor: Actor): Promise<PolicySyncView[]> {
  requirePermission(actor, "policy.read");
  return read.policy.syncs();
}
