import { expect, test } from "vitest";
import { resourcesOf, times } from "./quantities.ts";

const size = { cpu: "250m", memory: "256Mi", ephemeralStorage: "1Gi" };

test("memory and disk are requested as they are limited, CPU may burst four times", () => {
  expect(resourcesOf(size)).toEqual({
    requests: { cpu: "250m", memory: "256Mi", "ephemeral-storage": "1Gi" },
    limits: { cpu: "1", memory: "256Mi", "ephemeral-storage": "1Gi" },
  });
});

test("a guaranteed size does not burst", () => {
  expect(resourcesOf({ ...size, guaranteed: true }).limits.cpu).toBe("250m");
});

test.each([
  ["100m", 10, "1"],
  ["250m", 3, "750m"],
  ["0.5", 3, "1500m"],
  ["2", 3, "6"],
  ["128Mi", 10, "1280Mi"],
  ["512Mi", 4, "2Gi"],
  ["1G", 3, "3000000000"],
])("%s times %d is %s", (quantity, count, product) => expect(times(quantity, count)).toBe(product));
