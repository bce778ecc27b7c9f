import type { Cron } from "./cron.ts";

const DAY_MS = 86_400_000;
/** A 29th of February that is a certain weekday comes every 28 years, or after 40 around a year without one. */
const MOST_DAYS = 366 * 41;

/**
 * The next runs after a moment. A time that a clock change leaves out is left out, one that it repeats counts once.
 *
 * @returns fewer than asked for where there are no more, such as on a 30th of February
 */
export function nextRuns(cron: Cron, timeZone: string, after: Date, count: number): Date[] {
  const clock = wallClock(timeZone);
  const runs: Date[] = [];
  const from = clock(after.getTime());
  let day = from - (from % DAY_MS);
  for (let passed = 0; passed <= MOST_DAYS && runs.length < count; passed += 1, day += DAY_MS) {
    if (!isDay(cron, new Date(day))) continue;
    for (const hour of cron.hours) {
      for (const minute of cron.minutes) {
        const at = instantOf(day + (hour * 60 + minute) * 60_000, clock);
        if (at !== undefined && at > after.getTime() && runs.length < count) runs.push(new Date(at));
      }
    }
  }
  return runs;
}

function isDay({ days, months, weekdays, eitherDay }: Cron, date: Date): boolean {
  if (!months.includes(date.getUTCMonth() + 1)) return false;
  const isOfMonth = days.includes(date.getUTCDate());
  const isOfWeek = weekdays.includes(date.getUTCDay());
  return eitherDay ? isOfMonth || isOfWeek : isOfMonth && isOfWeek;
}

/** What a clock on the wall shows, as if it stood in UTC. */
type WallClock = (instant: number) => number;

function wallClock(timeZone: string): WallClock {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  return (instant) => {
    const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second);
  };
}

/** The first moment at which the clock shows a time; none where a clock change leaves it out. */
function instantOf(shown: number, clock: WallClock): number | undefined {
  // What the clock is ahead by before and after any change nearby: no zone is further than a day from UTC.
  const offsets = [shown - DAY_MS, shown + DAY_MS].map((near) => clock(near) - near);
  const candidates = offsets.map((offset) => shown - offset).filter((instant) => clock(instant) === shown);
  return candidates.length === 0 ? undefined : Math.min(...candidates);
}
