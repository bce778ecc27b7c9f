import type { Budget } from "./budget.ts";
import type { NamedProgram } from "./compiled-policy.ts";

/**
 * The map `variables` of a policy: each is evaluated when an expression first asks for it, and then kept. One that
 * fails makes the expression fail that asks, and no other.
 */
export function lazyVariables(
  programs: readonly NamedProgram[],
  scope: Readonly<Record<string, unknown>>,
  budget: Budget,
): Record<string, unknown> {
  const variables: Record<string, unknown> = {};
  const inner = { ...scope, variables };
  for (const { name, program, share } of programs) {
    Object.defineProperty(variables, name, {
      configurable: true,
      enumerable: true,
      get: () => {
        const result = budget.evaluate(program, inner, share);
        if (!result.ok) throw new Error(`variable ${name}: ${result.error.message}`);
        Object.defineProperty(variables, name, { value: result.value, enumerable: true });
        return result.value;
      },
    });
  }
  return variables;
}
