import type { Exception } from "./exception.ts";

/**
 * How an exception is at a moment. `requested` waits for a decision, `lapsed` never got one in time; `expired` ran out,
 * `ended` was ended before.
 */
export const EXCEPTION_STATES = [
  "requested",
  "in-force",
  "expired",
  "ended",
  "refused",
  "withdrawn",
  "lapsed",
] as const;
export type ExceptionState = (typeof EXCEPTION_STATES)[number];

/** What can be done to an exception in each state, by whoever may. */
export const EXCEPTION_STEPS = {
  requested: ["approve", "refuse", "withdraw"],
  "in-force": ["end"],
  expired: [],
  ended: [],
  refused: [],
  withdrawn: [],
  lapsed: [],
} as const satisfies Record<ExceptionState, readonly ("approve" | "refuse" | "withdraw" | "end")[]>;

export type ExceptionStepName = (typeof EXCEPTION_STEPS)[ExceptionState][number];

export function canStep(state: ExceptionState, step: ExceptionStepName): boolean {
  const steps: readonly ExceptionStepName[] = EXCEPTION_STEPS[state];
  return steps.includes(step);
}

/** Its state follows from what was decided and from the clock: nobody has to write down that it is over. */
export function exceptionState({ decision, ended, until }: Exception, now: Date): ExceptionState {
  const isOver = now.getTime() >= until.getTime();
  if (decision === undefined || decision.at.getTime() > now.getTime()) return isOver ? "lapsed" : "requested";
  if (decision.kind !== "approved") return decision.kind;
  if (ended !== undefined && ended.at.getTime() <= now.getTime()) return "ended";
  return isOver ? "expired" : "in-force";
}
