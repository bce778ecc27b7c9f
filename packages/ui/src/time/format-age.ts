const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Shorter than this is no age. */
const NOW = 2;

/** From how many seconds on a unit is used, and how long it is. */
const UNITS = [
  { from: 365 * DAY, size: 365 * DAY, one: "year", many: "years" },
  { from: 60 * DAY, size: 30.44 * DAY, one: "month", many: "months" },
  { from: 14 * DAY, size: 7 * DAY, one: "week", many: "weeks" },
  { from: DAY, size: DAY, one: "day", many: "days" },
  { from: HOUR, size: HOUR, one: "h", many: "h" },
  { from: MINUTE, size: MINUTE, one: "min", many: "min" },
  { from: 0, size: 1, one: "s", many: "s" },
] as const;

/** A length of time in one unit, cut off rather than rounded: “12 s”, “34 min”, “2 h”, “6 days”, “3 weeks”. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const unit = UNITS.find(({ from }) => whole >= from) ?? UNITS[6];
  const count = Math.max(unit.size === 1 ? 0 : 1, Math.floor(whole / unit.size));
  return `${count} ${count === 1 ? unit.one : unit.many}`;
}

/** How long ago: “now” within two seconds and for what a fast clock puts into the future. */
export function formatAge(seconds: number): string {
  return seconds < NOW ? "now" : `${formatDuration(seconds)} ago`;
}

/** The same in a column that says “ago” already by its head or its place. */
export function formatBareAge(seconds: number): string {
  return seconds < NOW ? "now" : formatDuration(seconds);
}
