import { evaluateCondition } from "@fairlead/cel";
import type { Holds } from "@fairlead/domain";

/** What a template's `when` may speak of besides the declaration. */
export interface ConditionScope {
  environment: { name: string; production: boolean };
  cluster: { name: string };
}

/**
 * Evaluates the `when` of a question. One that cannot be evaluated is neither true nor false: where the cluster is not
 * known yet, what depends on it is asked later.
 */
export function conditionIn(scope?: ConditionScope): Holds {
  return (when, spec, environment) => {
    const variables = { environment: { name: environment }, cluster: {}, ...scope, spec };
    const result = evaluateCondition(when, { ...variables, parameters: spec.parameters ?? {} });
    return result.ok ? result.value : undefined;
  };
}
