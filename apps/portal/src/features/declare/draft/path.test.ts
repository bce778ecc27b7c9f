import { expect, test } from "vitest";
import { readAt, writeAt } from "./path.ts";

test("reads what stands at a path, and nothing where nothing does", () => {
  expect(readAt({ spec: { scale: { min: 2 } } }, "spec.scale.min")).toBe(2);
  expect(readAt({ spec: [] }, "spec.scale.min")).toBeUndefined();
  expect(readAt({}, "constructor.name")).toBeUndefined();
});

test("writes without touching the rest or the original", () => {
  const before = { spec: { size: "small", scale: { min: 2 } } };
  expect(writeAt(before, "spec.scale.max", 4)).toEqual({ spec: { size: "small", scale: { min: 2, max: 4 } } });
  expect(before).toEqual({ spec: { size: "small", scale: { min: 2 } } });
});

test("takes a field away with the groups that it leaves empty", () => {
  expect(writeAt({ a: 1, spec: { scale: { min: 2 } } }, "spec.scale.min", undefined)).toEqual({ a: 1 });
  expect(writeAt({ spec: { scale: { min: 2, max: 4 } } }, "spec.scale.min", undefined)).toEqual({
    spec: { scale: { max: 4 } },
  });
});

test("an empty group that was written on purpose stays", () => {
  expect(writeAt({}, "spec.environments.dev", {})).toEqual({ spec: { environments: { dev: {} } } });
});
