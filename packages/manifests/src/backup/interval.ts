import { fingerprint } from "../render/fingerprint.ts";

const MINUTE = 60;
const HOUR = 3600;

/** Intervals that divide a day, so that a clock can keep them; and a week. */
const INTERVALS = [0.5, 1, 2, 3, 4, 6, 8, 12, 24, 168].map((hours) => hours * HOUR);
/** What a copy may take itself: what was written meanwhile is not in it. */
const COPYING = 30 * MINUTE;

/** In seconds. What is shorter cannot be kept with copies of whole volumes. */
export const SHORTEST_RECOVERY_POINT = HOUR;

/** The longest interval, in seconds, after which the newest finished copy is never older than the recovery point. */
export function intervalFor(recoveryPoint: number): number {
  return INTERVALS.findLast((interval) => interval + COPYING <= recoveryPoint) ?? 0.5 * HOUR;
}

/** The clock of an interval. Services begin at different minutes, so that a cluster does not copy everything at once. */
export function cronEvery(interval: number, seed: string): string {
  const spread = Number.parseInt(fingerprint(seed).slice(0, 6), 16);
  const minute = spread % 60;
  // By night in Europe and America, where most of the day's work is over or has not begun.
  const hour = Math.floor(spread / 60) % 6;
  if (interval < HOUR) return `${minute % 30},${(minute % 30) + 30} * * * *`;
  if (interval === HOUR) return `${minute} * * * *`;
  if (interval < 24 * HOUR) return `${minute} */${interval / HOUR} * * *`;
  return interval === 24 * HOUR ? `${minute} ${hour} * * *` : `${minute} ${hour} * * 0`;
}
