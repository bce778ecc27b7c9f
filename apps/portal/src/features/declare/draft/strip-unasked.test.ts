import { expect, test } from "vitest";
import { stripUnasked } from "./strip-unasked.ts";

test("the answer to a question that is no longer asked is never submitted", () => {
  const draft = { spec: { expose: { to: "platform", hosts: ["a.example.com"] }, image: "a:b" } };
  expect(stripUnasked(draft, new Set(["spec.expose.hosts"]))).toEqual({
    spec: { expose: { to: "platform" }, image: "a:b" },
  });
});

test("neither is what an environment answers for itself; it still runs there", () => {
  const draft = { spec: { environments: { prod: { expose: { hosts: ["a.example.com"] } } } } };
  expect(stripUnasked(draft, new Set(["spec.expose.hosts"]))).toEqual({ spec: { environments: { prod: {} } } });
});
