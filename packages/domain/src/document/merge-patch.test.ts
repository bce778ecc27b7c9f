import { expect, test } from "vitest";
import { mergePatch } from "./merge-patch.ts";

// The examples of RFC 7396, appendix A.
test.each([
  [{ a: "b" }, { a: "c" }, { a: "c" }],
  [{ a: "b" }, { b: "c" }, { a: "b", b: "c" }],
  [{ a: "b" }, { a: null }, {}],
  [{ a: "b", b: "c" }, { a: null }, { b: "c" }],
  [{ a: ["b"] }, { a: "c" }, { a: "c" }],
  [{ a: "c" }, { a: ["b"] }, { a: ["b"] }],
  [{ a: { b: "c" } }, { a: { b: "d", c: null } }, { a: { b: "d" } }],
  [{ a: [{ b: "c" }] }, { a: [1] }, { a: [1] }],
  [
    ["a", "b"],
    ["c", "d"],
    ["c", "d"],
  ],
  [{ a: "b" }, ["c"], ["c"]],
  [{ a: "foo" }, null, null],
  [{ a: "foo" }, "bar", "bar"],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [[1, 2], { a: "b", c: null }, { a: "b" }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
])("%j with %j is %j", (target, patch, merged) => {
  expect(mergePatch(target, patch)).toEqual(merged);
});

test("a choice between shapes is replaced whole", () => {
  const target = { health: { ready: { http: { port: "http", path: "/" } }, live: { tcp: { port: "http" } } } };
  expect(mergePatch(target, { health: { ready: { grpc: { port: "grpc" } } } })).toEqual({
    health: { ready: { grpc: { port: "grpc" } }, live: { tcp: { port: "http" } } },
  });
});

test("changes neither of the two, nor any prototype", () => {
  const target = { a: { b: 1 } };
  const patch = JSON.parse('{"a": {"c": 2}, "__proto__": {"polluted": true}}');
  expect(mergePatch(target, patch)).toEqual({ a: { b: 1, c: 2 } });
  expect(target).toEqual({ a: { b: 1 } });
  expect(Reflect.get({}, "polluted")).toBeUndefined();
});
