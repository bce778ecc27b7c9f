import type { Cron } from "./cron.ts";

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
/** More times of a day than this are told as minutes and hours. */
const MOST_TIMES = 4;

/** A schedule as a phrase, such as `every day at 03:00`. The time zone is said by whoever shows it. */
export function cronInWords(cron: Cron): string {
  const times = timesOf(cron);
  const days = daysOf(cron);
  const months = cron.months.length === 12 ? [] : [`in ${enumerate(cron.months, (month) => MONTHS[month - 1] ?? "")}`];
  const often = /^every/.test(times);
  const first = days === "" ? (often ? [times] : ["every day", times]) : often ? [times, days] : [days, times];
  return [...first, ...months].join(" ");
}

function timesOf({ minutes, hours }: Cron): string {
  const [minute = 0] = minutes;
  if (hours.length === 24) {
    const every = stepOf(minutes, 60);
    if (every === 1) return "every minute";
    if (every !== undefined) return `every ${every} minutes`;
    if (minutes.length === 1) return minute === 0 ? "every hour" : `every hour at minute ${minute}`;
    return `every hour at the minutes ${enumerate(minutes, String)}`;
  }
  const everyHours = stepOf(hours, 24);
  if (everyHours !== undefined && minutes.length === 1)
    return `every ${everyHours} hours${minute === 0 ? "" : ` at minute ${minute}`}`;
  if (minutes.length * hours.length <= MOST_TIMES) {
    const clock = hours.flatMap((hour) => minutes.map((each) => `${twoDigits(hour)}:${twoDigits(each)}`));
    return `at ${enumerate(clock, String)}`;
  }
  const within = `in the hours ${enumerate(hours, twoDigits)}`;
  const every = stepOf(minutes, 60);
  if (every === 1) return `every minute ${within}`;
  if (every !== undefined) return `every ${every} minutes ${within}`;
  return `at the minutes ${enumerate(minutes, String)} ${within}`;
}

/** Empty where every day will do. */
function daysOf({ days, weekdays, eitherDay }: Cron): string {
  const ofMonth = days.length === 31 ? "" : `on day ${enumerate(days, String)} of the month`;
  const ofWeek = weekdays.length === 7 ? "" : `on ${enumerate(weekdays, (day) => WEEKDAYS[day] ?? "")}`;
  if (ofMonth === "" || ofWeek === "") return ofMonth + ofWeek;
  return eitherDay ? `${ofMonth} and ${ofWeek}` : `${ofMonth} if it is ${ofWeek.slice("on ".length)}`;
}

/** `n` where the values are 0, n, 2n … and come out even. */
function stepOf(values: readonly number[], of: number): number | undefined {
  const step = of / values.length;
  return values.length > 1 && values.every((value, index) => value === index * step) ? step : undefined;
}

/** `1, 3 and 5`; three or more in a row are `1 to 5`. */
function enumerate<Value extends string | number>(values: readonly Value[], name: (value: Value) => string): string {
  const last = values.at(-1);
  const isRow = values.every((value, index) => index === 0 || Number(value) === Number(values[index - 1]) + 1);
  const [first] = values;
  if (first === undefined || last === undefined) return "";
  if (isRow && values.length > 2) return `${name(first)} to ${name(last)}`;
  return values.length === 1
    ? name(first)
    : `${values
        .slice(0, -1)
        .map((value) => name(value))
        .join(", ")} and ${name(last)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
