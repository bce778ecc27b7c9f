import { expect, test } from "vitest";
import { fingerprint } from "./fingerprint.ts";

test("equal texts have equal marks, others in practice never", () => {
  const marks = new Set(Array.from({ length: 100_000 }, (_, index) => fingerprint(`level: ${index}\n`)));
  expect(marks.size).toBe(100_000);
  expect(fingerprint("a")).toBe(fingerprint("a"));
  expect(fingerprint("")).toMatch(/^[0-9a-f]{14}$/);
});
