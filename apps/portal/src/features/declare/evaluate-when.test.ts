import { expect, test } from "vitest";
import { evaluateWhen } from "./evaluate-when.ts";

test("a question is asked while its condition holds", () => {
  const when = "spec.expose.to == 'public'";
  expect(evaluateWhen(when, { spec: { expose: { to: "public" } }, parameters: {} })).toBe(true);
  expect(evaluateWhen(when, { spec: { expose: { to: "platform" } }, parameters: {} })).toBe(false);
});

test("a condition that cannot be evaluated hides nothing", () => {
  expect(evaluateWhen("environment == 'prod'", { spec: {}, parameters: {} })).toBe(true);
});
