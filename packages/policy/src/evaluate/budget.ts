import { type CelMeter, type CelProgram, type CelResult, createMeter, DEFAULT_COST_LIMIT } from "@fairlead/cel";

// The numbers of https://github.com/kubernetes/apiserver/blob/v0.36.3/pkg/apis/cel/config.go, in our units.
const POLICY_LIMIT = 10_000_000;
const CONDITIONS_LIMIT = 2_500_000;

/** What may be spent on one object: by the validations of a policy, or by its conditions. */
export class Budget {
  #left: number;

  constructor(of: "validations" | "conditions") {
    this.#left = of === "conditions" ? CONDITIONS_LIMIT : POLICY_LIMIT;
  }

  get isSpent(): boolean {
    return this.#left === 0;
  }

  evaluate(program: CelProgram, scope: Readonly<Record<string, unknown>>): CelResult<unknown> {
    const meter: CelMeter = createMeter(Math.min(this.#left, DEFAULT_COST_LIMIT));
    const result = program.evaluate(scope, meter);
    this.#left = Math.max(0, this.#left - meter.spent);
    return result;
  }
}
