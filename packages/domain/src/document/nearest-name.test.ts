import { expect, test } from "vitest";
import { nearestName } from "./nearest-name.ts";

test.each([
  ["replicsa", "replicas"],
  ["evn", "env"],
  ["Image", "image"],
  ["helth", "health"],
])("%s was meant to be %s", (written, meant) => {
  expect(nearestName(written, ["image", "env", "health", "replicas", "expose"])).toBe(meant);
});

test("what is far from everything stays alone", () => {
  expect(nearestName("sidecars", ["image", "env", "size"])).toBeUndefined();
  expect(nearestName("x".repeat(10_000), ["x".repeat(10_000)])).toBeUndefined();
});
