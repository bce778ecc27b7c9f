import { expect, test } from "vitest";
import { duration, durationSeconds } from "./duration.ts";

test.each([
  ["30s", 30],
  ["5m", 300],
  ["1h", 3600],
  ["7d", 604_800],
])("%s is %d seconds", (text, seconds) => expect(durationSeconds(text)).toBe(seconds));

test.each(["", "0s", "1", "-1s", "1.5h", "1h30m", "10 s", "99999999d"])("%j is no duration", (text) =>
  expect(duration.safeParse(text).success).toBe(false),
);
