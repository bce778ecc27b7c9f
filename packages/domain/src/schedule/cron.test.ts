import { expect, test } from "vitest";
import { readCron } from "./cron.ts";

function read(text: string) {
  const result = readCron(text);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

test("lists, ranges and steps are the numbers that they stand for", () => {
  expect(read("*/20 8-10 1,15 */6 mon-FRI")).toEqual({
    minutes: [0, 20, 40],
    hours: [8, 9, 10],
    days: [1, 15],
    months: [1, 7],
    weekdays: [1, 2, 3, 4, 5],
    eitherDay: true,
  });
  expect(read("5/25 0 ? JAN 0")).toMatchObject({ minutes: [5, 30, 55], months: [1], weekdays: [0], eitherDay: false });
});

test("a short name is a schedule too", () => {
  expect(read("@weekly")).toEqual(read("0 0 * * 0"));
});

test.each([
  ["0 3 * *", "has 4 of five fields"],
  ["0 0 3 * * *", "has 6 fields instead of five"],
  ["60 3 * * *", "has 60 for the minute"],
  ["0 24 * * *", "has 24 for the hour"],
  ["0 3 0 * *", "has 0 for the day of the month"],
  ["0 3 * 13 *", "has 13 for the month"],
  // Kubernetes counts Sunday as 0 only.
  ["0 3 * * 7", "has 7 for the weekday"],
  ["0 5-3 * * *", "has 5-3 for the hour"],
  ["*/0 * * * *", "has */0 for the minute"],
  ["0, 3 * * *", "has nothing for the minute"],
  ["@every 5m", "has 2 of five fields"],
  ["CRON_TZ=Europe/Berlin 0 3 * * *", "has 6 fields instead of five"],
  ["often", "has 1 of five fields"],
])("%s %s", (text, problem) => {
  expect(readCron(text)).toEqual({ ok: false, error: problem });
});
