import type { CompiledPolicies } from "../evaluate/compiled-policy.ts";
import { policyBindings } from "../install/policy-bindings.ts";
import type { PolicyStage } from "./policy-stage.ts";

/** Compiled policies, bound as in a cluster where these stages hold. Cheap: nothing is compiled again. */
export function underStages(
  { policies, leftOut }: CompiledPolicies,
  stages: ReadonlyMap<string, PolicyStage>,
): CompiledPolicies {
  return {
    leftOut,
    policies: policies.flatMap((compiled) => {
      const stage = stages.get(compiled.policy.id);
      return stage === undefined ? [] : [{ ...compiled, bindings: policyBindings(compiled.policy, stage) }];
    }),
  };
}
