import { err, ok, type Result } from "../result.ts";

/** When something runs, as sets of numbers. Sunday is 0, January is 1. */
export interface Cron {
  minutes: readonly number[];
  hours: readonly number[];
  days: readonly number[];
  months: readonly number[];
  weekdays: readonly number[];
  /** Both days and weekdays are named: a day that is one of either will do. */
  eitherDay: boolean;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

interface Field {
  name: string;
  least: number;
  most: number;
  names: readonly string[];
}

const MINUTE: Field = { name: "minute", least: 0, most: 59, names: [] };
const HOUR: Field = { name: "hour", least: 0, most: 23, names: [] };
const DAY: Field = { name: "day of the month", least: 1, most: 31, names: [] };
const MONTH: Field = { name: "month", least: 1, most: 12, names: MONTHS };
const WEEKDAY: Field = { name: "weekday", least: 0, most: 6, names: WEEKDAYS };

const SHORT: Readonly<Record<string, string>> = {
  "@yearly": "0 0 1 1 *",
  "@annually": "0 0 1 1 *",
  "@monthly": "0 0 1 * *",
  "@weekly": "0 0 * * 0",
  "@daily": "0 0 * * *",
  "@midnight": "0 0 * * *",
  "@hourly": "0 * * * *",
};

/**
 * Reads a schedule as Kubernetes does: five fields, or a short name such as `@daily`.
 * https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax
 *
 * @returns what is wrong with it, as a phrase
 */
export function readCron(text: string): Result<Cron, string> {
  const fields = (SHORT[text] ?? text).trim().split(/\s+/);
  const [minute, hour, day, month, weekday, ...more] = fields;
  if (minute === undefined || hour === undefined || day === undefined || month === undefined || weekday === undefined) {
    return err(`has ${fields.length} of five fields`);
  }
  if (more.length > 0) return err(`has ${fields.length} fields instead of five`);
  const minutes = readField(minute, MINUTE);
  const hours = readField(hour, HOUR);
  const days = readField(day, DAY);
  const months = readField(month, MONTH);
  const weekdays = readField(weekday, WEEKDAY);
  if (!minutes.ok) return minutes;
  if (!hours.ok) return hours;
  if (!days.ok) return days;
  if (!months.ok) return months;
  if (!weekdays.ok) return weekdays;
  return ok({
    minutes: minutes.value,
    hours: hours.value,
    days: days.value,
    months: months.value,
    weekdays: weekdays.value,
    eitherDay: !isAny(day) && !isAny(weekday),
  });
}

/** `*` leaves it to the other field; a step, as in `*`/2, does not. */
function isAny(field: string): boolean {
  return field.split(",").some((part) => /^[*?](-\d+)?(\/1)?$/.test(part));
}

function readField(text: string, field: Field): Result<number[], string> {
  const values = new Set<number>();
  for (const part of text.split(",")) {
    const range = readRange(part, field);
    if (range === undefined) return err(`has ${shown(part)} for the ${field.name}`);
    for (let value = range.from; value <= range.to; value += range.step) values.add(value);
  }
  return ok([...values].sort((one, other) => one - other));
}

/** What stands in a field, where it is not too strange to be repeated. */
function shown(part: string): string {
  if (part === "") return "nothing";
  return /^[\w*?/-]{1,20}$/.test(part) ? part : "something else";
}

function readRange(part: string, field: Field): { from: number; to: number; step: number } | undefined {
  const [, first = "", last, by] = /^([^-/]+)(?:-([^-/]+))?(?:\/(\d{1,3}))?$/.exec(part) ?? [];
  const isAll = first === "*" || first === "?";
  const from = isAll ? field.least : numberIn(first, field);
  // `5/10` counts from 5 to the end.
  const to = last === undefined ? (isAll || by !== undefined ? field.most : from) : numberIn(last, field);
  const step = by === undefined ? 1 : Number(by);
  if (from === undefined || to === undefined || from < field.least || to > field.most || from > to || step < 1) return;
  return { from, to, step };
}

function numberIn(text: string, { names, least }: Field): number | undefined {
  const index = names.indexOf(text.toLowerCase());
  if (index >= 0) return index + least;
  return /^\d{1,2}$/.test(text) ? Number(text) : undefined;
}
