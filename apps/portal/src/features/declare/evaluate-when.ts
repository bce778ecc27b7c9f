import { evaluateCondition } from "@fairlead/cel";

/** Whether a question's condition holds. One that cannot be evaluated hides nothing: the server has the last word. */
export function evaluateWhen(when: string, variables: Record<string, unknown>): boolean {
  const result = evaluateCondition(when, variables);
  return result.ok ? result.value : true;
}
