import { expect, test } from "vitest";
import { strategicMerge } from "./strategic-merge.ts";

test("groups merge, null takes away, other lists are replaced", () => {
  const target = { a: { b: 1, c: 2 }, list: [1, 2], gone: true };
  expect(strategicMerge(target, { a: { c: 3 }, list: [3], gone: null })).toEqual({ a: { b: 1, c: 3 }, list: [3] });
});

test("lists of named items merge by name and keep their order", () => {
  const target = [
    { name: "app", image: "a:1", env: [{ name: "A", value: "1" }] },
    { name: "proxy", image: "p:1" },
  ];
  const patch = [
    { name: "proxy", image: "p:2" },
    { name: "log", image: "l:1" },
    { name: "app", env: [{ name: "B" }] },
  ];
  expect(strategicMerge(target, patch)).toEqual([
    { name: "app", image: "a:1", env: [{ name: "A", value: "1" }, { name: "B" }] },
    { name: "proxy", image: "p:2" },
    { name: "log", image: "l:1" },
  ]);
});

test("changes no prototype", () => {
  strategicMerge({}, JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}'));
  expect(Reflect.get({}, "polluted")).toBeUndefined();
});
