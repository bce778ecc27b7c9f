import type { Actor } from "@fairlead/domain";
import type { StagePlan } from "@fairlead/policy";

/** Decisions about stages, inside a transaction. */
export interface PolicyStageStore {
  decide(policy: string, plan: StagePlan, reason: string, by: Actor): Promise<void>;
}
