import { expect, test } from "vitest";
import { formatAge, formatDuration } from "./format-age.ts";

const DAY = 86_400;

test.each([
  [0, "0 s"],
  [59.9, "59 s"],
  [60, "1 min"],
  [3599, "59 min"],
  [2 * 3600, "2 h"],
  [DAY, "1 day"],
  [13 * DAY, "13 days"],
  [14 * DAY, "2 weeks"],
  [60 * DAY, "1 month"],
  [150 * DAY, "4 months"],
  [364 * DAY, "11 months"],
  [365 * DAY, "1 year"],
  [900 * DAY, "2 years"],
])("%d seconds are %s", (seconds, words) => {
  expect(formatDuration(seconds)).toBe(words);
});

test("what is just happening, or a little ahead of a slow clock, is now", () => {
  expect(formatAge(1.4)).toBe("now");
  expect(formatAge(-30)).toBe("now");
  expect(formatAge(6)).toBe("6 s ago");
});
