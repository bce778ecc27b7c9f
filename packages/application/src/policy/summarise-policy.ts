import { ALWAYS, nextStage, type Policy, type PolicySeverity, type PolicyStage, stageAt } from "@fairlead/policy";
import type { PolicyFinding, PolicyStandingView, PolicySyncView, StageDecision } from "./policy-reader.ts";

/** A policy in a list: what it is, how it is held, and how services and clusters stand to it. */
export interface PolicySummary {
  id: string;
  title: string;
  severity: PolicySeverity;
  controls: readonly string[];
  stage: PolicyStage;
  /** Since when it is held so; not there where it ships that way. */
  since?: Date;
  next?: { stage: PolicyStage; from: Date };
  /** Services whose newest manifests it has something against, whatever the stage. */
  services: number;
  clusters: { inStep: number; total: number };
}

export interface SummaryFacts {
  decision: StageDecision | undefined;
  findings: readonly PolicyFinding[];
  /** Of this policy, where it is not in step. */
  differing: readonly PolicyStandingView[];
  syncs: readonly PolicySyncView[];
  now: Date;
}

export function summarisePolicy(
  policy: Policy,
  { decision, findings, differing, syncs, now }: SummaryFacts,
): PolicySummary {
  const { id, title, severity, controls } = policy;
  const plan = decision ?? policy.plan;
  const stage = stageAt(plan, now);
  const begun = { audit: decision?.at, warn: plan.warnFrom, deny: plan.denyFrom }[stage];
  const next = nextStage(plan, now);
  const total = syncs.filter((sync) => sync.total > 0).length;
  return {
    id,
    title,
    severity,
    controls,
    stage,
    ...(begun === undefined || begun.getTime() === ALWAYS.getTime() ? {} : { since: begun }),
    ...(next === undefined ? {} : { next }),
    services: new Set(findings.map(({ service }) => service)).size,
    clusters: { inStep: total - differing.length, total },
  };
}
