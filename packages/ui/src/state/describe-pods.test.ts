import { expect, test } from "vitest";
import { describePods } from "./describe-pods.ts";

test("says how many pods there are and how they are", () => {
  expect(describePods(["serving", "serving", "coming", "waited", "waited", "waited"])).toBe(
    "6 pods: 2 serving, 1 starting, 3 not there yet",
  );
  expect(describePods(["failed"])).toBe("1 pod: 1 failed");
});

test("says that there are none", () => {
  expect(describePods([])).toBe("No pods");
});
