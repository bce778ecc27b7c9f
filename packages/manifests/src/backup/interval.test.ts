import { expect, test } from "vitest";
import { cronEvery, intervalFor } from "./interval.ts";

const HOUR = 3600;

test.each([
  [1, 0.5],
  [2, 1],
  [6, 4],
  [24, 12],
  [25, 24],
  [48, 24],
  [24 * 30, 168],
])("a recovery point of %d h is kept by a copy every %d h, with time to make it", (recoveryPoint, interval) => {
  expect(intervalFor(recoveryPoint * HOUR)).toBe(interval * HOUR);
});

test("clocks keep their interval, and two namespaces rarely the same minute", () => {
  expect(cronEvery(0.5 * HOUR, "a")).toMatch(/^\d+,\d+ \* \* \* \*$/);
  expect(cronEvery(12 * HOUR, "a")).toMatch(/^\d+ \*\/12 \* \* \*$/);
  expect(cronEvery(24 * HOUR, "a")).toMatch(/^\d+ \d \* \* \*$/);
  expect(cronEvery(168 * HOUR, "a")).toMatch(/^\d+ \d \* \* 0$/);
  const clocks = Array.from({ length: 100 }, (_, index) => cronEvery(24 * HOUR, `namespace-${index}`));
  expect(new Set(clocks).size).toBeGreaterThan(60);
  expect(cronEvery(24 * HOUR, "a")).toBe(cronEvery(24 * HOUR, "a"));
});
