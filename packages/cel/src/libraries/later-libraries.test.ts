import { describe, expect, test } from "vitest";
import { compile } from "../compile.ts";
import { createEnvironment } from "../environment.ts";
import { createMeter } from "../meter.ts";
import { toCelValue } from "../values/to-cel-value.ts";

const variables = {
  some: toCelValue([3, 1, 2, 3]),
  pairs: toCelValue({ a: 1, b: 2 }),
  nested: toCelValue([[1, [2]], [3]]),
};
const environmentOf = (kubernetesMinor: number) =>
  createEnvironment({ variables: Object.keys(variables), kubernetesMinor });

function evaluate(expression: string) {
  const program = compile(expression, environmentOf(36));
  return program.ok ? program.value.evaluate(variables) : program;
}

describe("loops with two variables", () => {
  test.each([
    ["some.all(i, v, v > 0 && i < 4)", true],
    ["some.all(i, v, i > 0)", false],
    ["some.exists(i, v, i == 1 && v == 1)", true],
    ["pairs.exists(k, v, k == 'b' && v == 2)", true],
    ["some.existsOne(i, v, v == 1)", true],
    ["some.existsOne(i, v, v == 3)", false],
    ["some.transformList(i, v, i + v) == [3, 2, 4, 6]", true],
    ["some.transformList(i, v, v > 2, i) == [0, 3]", true],
    ["pairs.transformMap(k, v, v * 10) == {'a': 10, 'b': 20}", true],
    ["pairs.transformMap(k, v, v > 1, k + k) == {'b': 'bb'}", true],
    ["some.all(i, v, some.exists(j, w, w == v && j == i))", true],
    ["some.exists(i, v, v == 1 || pairs.c == 1)", true],
  ])("%s", (expression, value) => {
    expect(evaluate(expression)).toEqual({ ok: true, value });
  });

  test("count their rounds", () => {
    const program = compile("some.all(a, b, some.all(c, d, some.all(e, f, true)))", environmentOf(36));
    const long = { ...variables, some: toCelValue(Array.from({ length: 500 }, (_, index) => index)) };
    expect(program.ok && program.value.evaluate(long, createMeter())).toMatchObject({ error: { kind: "cost" } });
  });
});

describe("versions", () => {
  test.each([
    ["semver('1.2.3').isLessThan(semver('1.10.0'))", true],
    ["semver('1.0.0-alpha.1').compareTo(semver('1.0.0')) == -1", true],
    ["semver('v1.2', true).minor() == 2", true],
    ["isSemver('v1.2') || isSemver('01.2.3')", false],
    ["semver('1.0.0-2').isGreaterThan(semver('1.0.0-11'))", false],
    ["semver('1.0.0+a') == semver('1.0.0+b')", true],
  ])("%s", (expression, value) => {
    expect(evaluate(expression)).toEqual({ ok: true, value });
  });
});

describe("lists", () => {
  test.each([
    ["some.distinct() == [3, 1, 2]", true],
    ["some.sort() == [1, 2, 3, 3]", true],
    ["some.reverse()[0] == 3 && some.slice(1, 3) == [1, 2]", true],
    ["nested.flatten() == [dyn(1), dyn([2]), dyn(3)] && nested.flatten(2) == [1, 2, 3]", true],
    ["lists.range(3) == [0, 1, 2]", true],
    ["some.first().value() == 3 && !some.slice(0, 0).last().hasValue()", true],
  ])("%s", (expression, value) => {
    expect(evaluate(expression)).toEqual({ ok: true, value });
  });

  test.each(["some.slice(2, 9)", "lists.range(10000000)"])("%s is a mistake, not a crash", (expression) => {
    expect(evaluate(expression).ok).toBe(false);
  });
});

test.each([
  ["some.all(i, v, true)", 32],
  ["isSemver('1.0.0')", 33],
  ["some.distinct().size() > 0", 34],
  ["lists.range(1).size() == 1", 34],
])("%s is known from 1.%i on", (expression, since) => {
  expect(compile(expression, environmentOf(since - 1)).ok).toBe(false);
  expect(compile(expression, environmentOf(since)).ok).toBe(true);
});
