import { type Policy, type PolicyStage, type StagePlan, stageAt } from "@fairlead/policy";

/** The stage of every policy at a moment: what the platform planned for it, else as it ships. */
export function currentStages(
  policies: readonly Policy[],
  plans: ReadonlyMap<string, StagePlan>,
  now: Date,
): ReadonlyMap<string, PolicyStage> {
  return new Map(policies.map(({ id, plan }) => [id, stageAt(plans.get(id) ?? plan, now)]));
}
