import { type Actor, AppError, type Violation } from "@fairlead/domain";
import { type StagePlan, stageAt } from "@fairlead/policy";
import { mutate } from "../access/mutate.ts";
import type { Deps } from "../deps.ts";

export interface MovePolicyInput {
  policy: string;
  /** Without dates it only audits. */
  warnFrom?: Date;
  denyFrom?: Date;
  /** Why, for whoever asks later. */
  reason: string;
}

/**
 * Decides when a policy warns and denies, here and in every cluster that Fairlead keeps in step.
 *
 * @throws AppError `not-found`, `invalid` for dates in the wrong order
 */
export function movePolicy(
  deps: Pick<Deps, "transact" | "now" | "judge">,
  actor: Actor,
  input: MovePolicyInput,
): Promise<void> {
  return mutate(deps, actor, { permission: "policy.stage" }, async (tx) => {
    const { policy: id, reason, ...plan } = input;
    if (!deps.judge.policies.some((policy) => policy.id === id))
      throw new AppError("not-found", `There is no policy named ${id}.`);
    const { warnFrom, denyFrom } = plan;
    if (warnFrom !== undefined && denyFrom !== undefined && warnFrom > denyFrom)
      throw new AppError("invalid", "A policy warns before it denies.", { violations: [WRONG_ORDER] });
    await tx.policy.decide(id, plan, reason, actor);
    const summary = `${id} ${inWords(plan, deps.now())}`;
    return {
      result: undefined,
      audit: [{ action: "policy.stage", subject: { kind: "Policy", name: id }, details: { summary, reason, ...plan } }],
    };
  });
}

const WRONG_ORDER: Violation = {
  path: "denyFrom",
  reason: "lies before the day from which it warns",
  remedy: "Choose a later day, or leave out the one from which it warns.",
  severity: "error",
};

const NOW = { audit: "audits", warn: "warns", deny: "denies" } as const;

function inWords(plan: StagePlan, now: Date): string {
  const later = (verb: string, from: Date | undefined) =>
    from === undefined || from <= now ? [] : [`${verb} from ${from.toISOString().slice(0, 10)}`];
  return [`${NOW[stageAt(plan, now)]} now`, ...later("warns", plan.warnFrom), ...later("denies", plan.denyFrom)].join(
    ", ",
  );
}
