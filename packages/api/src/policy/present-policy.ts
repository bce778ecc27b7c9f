import type {
  PolicyDetail,
  PolicyList,
  PolicyStandingView,
  PolicySummary,
  PolicySyncView,
} from "@fairlead/application";
import type * as z from "zod";
import type { SignedInContext } from "../api-context.ts";
import { presentTimes } from "../document/present-time.ts";
import { presentException } from "../exception/present-exception.ts";
import type { policyListSchema, policySchema, policySummarySchema, policySyncSchema } from "./policy-dto.ts";

export function presentPolicyList({ policies, judged }: PolicyList): z.output<typeof policyListSchema> {
  return { policies: policies.map(presentSummary), judged: presentJudged(judged) };
}

function presentSummary({ since, next, controls, ...summary }: PolicySummary): z.output<typeof policySummarySchema> {
  return {
    ...summary,
    controls: [...controls],
    ...presentTimes({ since }),
    ...(next === undefined ? {} : { next: { stage: next.stage, from: next.from.toISOString() } }),
  };
}

function presentJudged({ at, services, waiting }: PolicyList["judged"]) {
  return { services, waiting, ...presentTimes({ at }) };
}

export function presentSync({ checkedAt, ...sync }: PolicySyncView): z.output<typeof policySyncSchema> {
  return { ...sync, ...presentTimes({ checkedAt }) };
}

export function presentPolicy(ctx: Pick<SignedInContext, "deps">, detail: PolicyDetail): z.output<typeof policySchema> {
  const { policy, judged, inClusters, decisions, events, findings, examples, exceptions, ...summary } = detail;
  const { remedy, path, spec } = policy;
  const resources = (spec.matchConstraints.resourceRules ?? []).flatMap((rule) => rule.resources);
  return {
    ...presentSummary(summary),
    remedy,
    path,
    kinds: [...new Set(resources)],
    conditions: spec.matchConditions,
    variables: spec.variables,
    validations: spec.validations.map(({ expression, message = "" }) => ({ expression, message })),
    findings,
    exceptions: exceptions.map((exception) => presentException(ctx, exception)),
    judged: presentJudged(judged),
    inClusters: inClusters.map(({ sync, standing }) => ({
      sync: presentSync(sync),
      ...(standing === undefined ? {} : { standing: presentStanding(standing) }),
    })),
    decisions: decisions.map(({ at, warnFrom, denyFrom, reason, by }) => ({
      reason,
      by,
      at: at.toISOString(),
      ...presentTimes({ warnFrom, denyFrom }),
    })),
    events: events.map(({ at, cluster, message }) => ({ cluster, message, at: at.toISOString() })),
    examples,
  };
}

function presentStanding({ since, changedAt, changedBy, state, detail }: PolicyStandingView) {
  return {
    state,
    detail,
    since: since.toISOString(),
    ...(changedBy === undefined ? {} : { changedBy }),
    ...presentTimes({ changedAt }),
  };
}
