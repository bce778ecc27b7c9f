import { render } from "@fairlead/manifests";
import { expect, test } from "vitest";
import { goldenCases } from "../../../manifests/testing/golden-case.ts";
import { promtool } from "./promtool.ts";
import { rulesOf } from "./rules-of.ts";

const withRules = goldenCases().flatMap(({ name, input }) => {
  const rules = render(input).ok ? rulesOf(input) : undefined;
  return rules === undefined ? [] : [[name, rules] as const];
});

const check = (rules: unknown) =>
  promtool(["check", "rules", "--lint=all", "--lint-fatal", "rules.json"], { "rules.json": rules });

test.each(withRules)("promtool has nothing against the rules of %s", async (_, rules) => {
  expect(await check(rules)).toBe("");
});

test("and it would have", async () => {
  expect(await check({ groups: [{ name: "a", rules: [{ record: "a:b", expr: "sum(" }] }] })).toContain("rules.json");
});
