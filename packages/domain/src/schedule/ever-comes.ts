import type { Cron } from "./cron.ts";

/** Of each month, in the longest year. */
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether its day is ever there: a 31st of February is not, and a cluster takes it without a word. */
export function everComes({ days, months, weekdays, eitherDay }: Cron): boolean {
  if (eitherDay && weekdays.length > 0) return true;
  return months.some((month) => days.some((day) => day <= (DAYS[month - 1] ?? 0)));
}
