// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are the texts under test
import { expect, test } from "vitest";
import { checkCondition, checkTexts } from "./check-texts.ts";

const NAMES = ["spec", "parameters"];

test("every text is compiled, none is evaluated, and all mistakes are told with their place", () => {
  const value = {
    a: "${spec.image}",
    b: ["x-${parameters.}", { c: "${nobody.knows}" }],
    d: "${open",
    e: 1,
    f: "$${x}",
  };
  const { expressions, errors } = checkTexts(value, NAMES);
  expect(expressions.map(({ path, program }) => [path.join("."), program.expression])).toEqual([["a", "spec.image"]]);
  expect(errors.map(({ path, kind }) => [path.join("."), kind])).toEqual([
    ["b.0", "syntax"],
    ["b.1.c", "type"],
    ["d", "syntax"],
  ]);
});

test("an expression says which fields it reads without asking whether they are there", () => {
  const { expressions } = checkTexts("${spec.scale.min + (has(parameters.a) ? parameters.?b.orValue(1) : 0)}", NAMES);
  const paths = [...(expressions[0]?.program.identifiers.paths ?? [])];
  expect(paths).toContain("spec.scale.min");
  expect(paths).not.toContain("parameters.b");
});

test("a condition is true or false, or nobody knows yet", () => {
  expect(checkCondition("spec.scale.min > 2", NAMES).ok).toBe(true);
  expect(checkCondition("parameters.gpu", NAMES).ok).toBe(true);
  expect(checkCondition("'yes'", NAMES)).toMatchObject({ ok: false, error: { kind: "type" } });
  expect(checkCondition("spec.scale.min >", NAMES)).toMatchObject({ ok: false, error: { kind: "syntax" } });
});
