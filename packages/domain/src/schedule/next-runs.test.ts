import fc from "fast-check";
import { expect, test } from "vitest";
import { type Cron, readCron } from "./cron.ts";
import { nextRuns } from "./next-runs.ts";

function read(text: string): Cron {
  const cron = readCron(text);
  if (!cron.ok) throw new Error(cron.error);
  return cron.value;
}

function runs(text: string, timeZone: string, after: string, count = 3): string[] {
  return nextRuns(read(text), timeZone, new Date(after), count).map((run) =>
    run.toISOString().replace(":00.000Z", "Z"),
  );
}

test("the next runs come in order, the present minute is over", () => {
  expect(runs("0 3 * * *", "Etc/UTC", "2026-11-28T03:00:00Z")).toEqual([
    "2026-11-29T03:00Z",
    "2026-11-30T03:00Z",
    "2026-12-01T03:00Z",
  ]);
  expect(runs("*/20 * * * *", "Etc/UTC", "2026-11-28T23:25:10Z")).toEqual([
    "2026-11-28T23:40Z",
    "2026-11-29T00:00Z",
    "2026-11-29T00:20Z",
  ]);
});

test("a time is one of its time zone, in summer and in winter", () => {
  expect(runs("30 9 * * *", "Europe/Berlin", "2026-10-24T00:00:00Z", 2)).toEqual([
    "2026-10-24T07:30Z",
    "2026-10-25T08:30Z",
  ]);
  expect(runs("0 0 * * *", "Pacific/Auckland", "2026-11-28T12:00:00Z", 1)).toEqual(["2026-11-29T11:00Z"]);
});

test("what a clock change leaves out is left out, what it repeats counts once", () => {
  expect(runs("30 2 * * *", "Europe/Berlin", "2026-03-28T12:00:00Z", 2)).toEqual([
    "2026-03-30T00:30Z",
    "2026-03-31T00:30Z",
  ]);
  expect(runs("30 2 * * *", "Europe/Berlin", "2026-10-24T12:00:00Z", 2)).toEqual([
    "2026-10-25T00:30Z",
    "2026-10-26T01:30Z",
  ]);
});

test("a day of the month or a weekday will do where both are named", () => {
  expect(runs("0 0 13 * 5", "Etc/UTC", "2026-11-09T00:00:00Z")).toEqual([
    "2026-11-13T00:00Z",
    "2026-11-20T00:00Z",
    "2026-11-27T00:00Z",
  ]);
});

test("what never comes has no next run", () => {
  expect(runs("0 0 30 2 *", "Etc/UTC", "2026-01-01T00:00:00Z")).toEqual([]);
});

test("every run is one that the schedule means", () => {
  const at = (most: number) => fc.integer({ min: 0, max: most });
  fc.assert(
    fc.property(at(59), at(23), at(6), at(2_000_000_000), (minute, hour, weekday, seconds) => {
      const after = new Date(seconds * 1000);
      for (const run of nextRuns(read(`${minute} ${hour} * * ${weekday}`), "Etc/UTC", after, 2)) {
        expect([run.getUTCMinutes(), run.getUTCHours(), run.getUTCDay()]).toEqual([minute, hour, weekday]);
        expect(run > after).toBe(true);
      }
    }),
    { numRuns: 50 },
  );
});
