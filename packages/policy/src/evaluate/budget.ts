import { type CelMeter, type CelProgram, type CelResult, createMeter, DEFAULT_COST_LIMIT } from "@fairlead/cel";

/** What Kubernetes allows a policy to cost for one object, and one expression of it: the same numbers, in our units. */
const POLICY_LIMIT = 10_000_000;

/** The allowance of one policy for one object. */
export class Budget {
  #left = POLICY_LIMIT;

  evaluate(program: CelProgram, scope: Readonly<Record<string, unknown>>): CelResult<unknown> {
    const meter: CelMeter = createMeter(Math.min(this.#left, DEFAULT_COST_LIMIT));
    const result = program.evaluate(scope, meter);
    this.#left = Math.max(0, this.#left - meter.spent);
    return result;
  }
}
