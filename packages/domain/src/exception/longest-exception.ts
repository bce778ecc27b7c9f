import type { ExceptionSeverity } from "./setting.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** How many days an exception may last, by what it is from: what matters more is looked at again sooner. */
export const LONGEST_EXCEPTION_DAYS = {
  high: 30,
  medium: 60,
  low: 90,
} as const satisfies Record<ExceptionSeverity, number>;

/** What a form offers at first. */
export const USUAL_EXCEPTION_DAYS = 14;

/** Until when an exception that is asked for now may last. */
export function longestUntil(severity: ExceptionSeverity, now: Date): Date {
  return new Date(now.getTime() + LONGEST_EXCEPTION_DAYS[severity] * DAY_MS);
}
