import { expect, test } from "vitest";
import { canonicalQuantity } from "./canonical-quantity.ts";

test.each([
  ["1024Mi", "1Gi"],
  ["1000m", "1"],
  ["1500m", "1500m"],
  ["0.5", "500m"],
  [".5Gi", "512Mi"],
  ["1.5Gi", "1536Mi"],
  ["0.5Ki", "512"],
  ["512", "512"],
  ["1000", "1k"],
  ["64M", "64M"],
  ["1000M", "1G"],
  ["0", "0"],
  ["0Mi", "0"],
  ["-100m", "-100m"],
  ["1234u", "2m"],
  ["+2", "2"],
  ["0.0000000001", "1m"],
  ["100000000", "100M"],
  ["1e3", "1e3"],
  ["a lot", "a lot"],
])("%s is written as %s", (amount, written) => {
  expect(canonicalQuantity(amount)).toBe(written);
});
