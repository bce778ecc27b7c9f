import { expect, test } from "vitest";
import { readCron } from "./cron.ts";
import { everComes } from "./ever-comes.ts";
import { nextRuns } from "./next-runs.ts";

test.each([
  ["0 3 * * *", true],
  ["0 3 29 2 *", true],
  ["0 3 30 2 *", false],
  ["*/90 * 31 2 *", false],
  ["0 3 31 4,6,9,11 *", false],
  ["0 3 31 4,5 *", true],
  // On Mondays in February, whatever the day.
  ["0 3 31 2 1", true],
])("%s: %j", (text, comes) => {
  const cron = readCron(text);
  if (!cron.ok) throw new Error(cron.error);
  expect(everComes(cron.value)).toBe(comes);
  expect(nextRuns(cron.value, "Etc/UTC", new Date("2026-01-01T00:00:00Z"), 1)).toHaveLength(comes ? 1 : 0);
});
