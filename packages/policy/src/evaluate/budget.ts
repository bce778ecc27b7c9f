import { type CelMeter, type CelProgram, type CelResult, createMeter, DEFAULT_COST_LIMIT } from "@fairlead/cel";
import type { ShareId } from "./shared-expressions.ts";

// The numbers of https://github.com/kubernetes/apiserver/blob/v0.36.3/pkg/apis/cel/config.go, in our units.
const POLICY_LIMIT = 10_000_000;
const CONDITIONS_LIMIT = 2_500_000;

/** What came out for an object of expressions that several policies share, and what it cost. */
export type Outcomes = { readonly result: CelResult<unknown>; readonly spent: number }[];

/** What may be spent on one object: by the validations of a policy, or by its conditions. */
export class Budget {
  readonly #outcomes: Outcomes;
  #left: number;

  constructor(of: "validations" | "conditions", outcomes: Outcomes) {
    this.#left = of === "conditions" ? CONDITIONS_LIMIT : POLICY_LIMIT;
    this.#outcomes = outcomes;
  }

  get isSpent(): boolean {
    return this.#left === 0;
  }

  /** @param share where another policy may have asked the same of the object; what it cost that one, it costs this one */
  evaluate(program: CelProgram, scope: Readonly<Record<string, unknown>>, share?: ShareId): CelResult<unknown> {
    const limit = Math.min(this.#left, DEFAULT_COST_LIMIT);
    const known = share === undefined ? undefined : this.#outcomes[share];
    if (known !== undefined && known.spent <= limit) {
      this.#left -= known.spent;
      return known.result;
    }
    const before = this.#left;
    const meter: CelMeter = createMeter(limit);
    const result = program.evaluate(scope, meter);
    this.#left = Math.max(0, this.#left - meter.spent);
    // With what the variables cost that it asked for. One that was stopped may come further elsewhere.
    const spent = before - this.#left;
    if (share !== undefined && meter.spent <= limit && !this.isSpent) this.#outcomes[share] = { result, spent };
    return result;
  }
}
