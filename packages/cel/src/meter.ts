/** How much of its allowance an evaluation has used. One meter may serve several expressions, as those of a policy. */
export interface CelMeter {
  readonly limit: number;
  spent: number;
}

/** What one expression may cost where nobody says otherwise; Kubernetes allows the same number of its own units. */
export const DEFAULT_COST_LIMIT = 1_000_000;

/** Texts longer than this are not made by an expression, whatever is left of the allowance. */
const MAX_TEXT_LENGTH = 4_000_000;

/** Thrown inside the engine only; `compile` turns it into an error value. */
export class CostExceeded extends Error {}

export function createMeter(limit: number = DEFAULT_COST_LIMIT): CelMeter {
  return { limit, spent: 0 };
}

// Functions of the engine are called without a context of ours. Evaluation is synchronous, so the meter of the
// expression that is being evaluated can stand here; lazy variables nest, so it is put back afterwards.
let active: CelMeter | undefined;

export function withMeter<T>(meter: CelMeter, evaluate: () => T): T {
  const outer = active;
  active = meter;
  try {
    return evaluate();
  } finally {
    active = outer;
  }
}

/** Counts work before it is done. One unit is about one step of the engine, or ten characters of text. */
export function charge(cost: number): void {
  if (active === undefined) return;
  active.spent += cost;
  if (active.spent > active.limit) throw new CostExceeded();
}

export function chargeText(length: number): void {
  charge(length / 10);
  if (length > MAX_TEXT_LENGTH) throw new CostExceeded();
}
