import { describe, expect, test } from "vitest";
import { compile } from "./compile.ts";
import { createEnvironment } from "./environment.ts";
import { createMeter } from "./meter.ts";
import { toCelValue } from "./values/to-cel-value.ts";

const environment = createEnvironment({ variables: ["object", "numbers"] });
const variables = {
  object: toCelValue({ spec: { replicas: 3, ratio: 1.5, name: "abc", list: ["a", "b"], "a.b/c": true } }),
  numbers: toCelValue(Array.from({ length: 1000 }, (_, index) => index)),
};

function evaluate(expression: string, meter = createMeter()) {
  const program = compile(expression, environment);
  return program.ok ? program.value.evaluate(variables, meter) : program;
}

describe("values", () => {
  test.each([
    ["object.spec.replicas >= 3", true],
    ["type(object.spec.replicas) == int && type(object.spec.ratio) == double", true],
    ["object.spec['a.b/c']", true],
    ["has(object.spec.none)", false],
    ["object.spec.?none.orValue('other')", "other"],
    ["object.spec.?none.hasValue()", false],
    ["object.spec[?'name'].orValue('')", "abc"],
    ["object.spec.none == 1 || true", true],
    ["object.spec.list.exists(x, x == 'b')", true],
    ["matches('abc', 'b')", true],
    ["object.spec[?'name'] == optional.of('abc') && object.spec.?none == optional.none()", true],
    ["object.spec[?'name'] != optional.of('abc') || object.spec.?none == optional.of(1)", false],
  ])("%s is %j", (expression, value) => {
    expect(evaluate(expression)).toEqual({ ok: true, value });
  });

  test("variables are looked up only when they are used", () => {
    const lazy = {
      get object(): unknown {
        throw new Error("touched");
      },
      numbers: [],
    };
    const program = compile("size(numbers) == 0", environment);
    expect(program.ok && program.value.evaluate(lazy)).toEqual({ ok: true, value: true });
  });
});

describe("mistakes are values", () => {
  test.each([
    ["object.spec.", "syntax"],
    ["nothing.spec", "type"],
    ["1 + 'a'", "type"],
    ["'text'.orValue('a')", "type"],
    ["object.spec.none", "evaluation"],
    ["object.spec.name > 1", "evaluation"],
    ["object.spec.name.matches('(')", "type"],
    ["object.spec.name.matches(object.spec.name + '(')", "evaluation"],
    ["numbers[5000] == 1", "evaluation"],
  ])("%s is a mistake of kind %s", (expression, kind) => {
    expect(evaluate(expression)).toMatchObject({ ok: false, error: { kind, expression } });
  });

  test("orValue on what is not optional is an error, as in Kubernetes", () => {
    const result = evaluate("object.spec.name.orValue('x')");
    expect(result).toMatchObject({ ok: false, error: { message: expect.stringContaining("must be optional") } });
  });

  test("functions that a version of Kubernetes lacks are unknown in it", () => {
    const old = createEnvironment({ variables: [], kubernetesMinor: 29 });
    expect(compile("isIP('::1')", old)).toMatchObject({ ok: false, error: { kind: "type" } });
    expect(compile("isIP('::1')", environment).ok).toBe(true);
  });
});

describe("what costs too much is refused in bounded time", () => {
  const doubled = (start: string, times: number) => {
    const steps = Array.from({ length: times }, () => "cel.bind(a, a + a, ").join("");
    return `cel.bind(a, ${start}, ${steps}size(a)${")".repeat(times + 1)}`;
  };
  const nested = (first: string, times: number) => {
    const steps = Array.from({ length: times }, () => "cel.bind(a, dyn([a, a]), ").join("");
    return `cel.bind(a, ${first}, ${steps}a${")".repeat(times + 1)}`;
  };

  test.each([
    ["nested loops", "numbers.all(a, numbers.all(b, numbers.all(c, a + b + c >= 0)))"],
    ["nested loops behind an or", "numbers.all(a, numbers.all(b, numbers.all(c, a + b + c >= 0))) || true"],
    ["nested loops in an exists that finds", "[1, 2].exists(x, x == 2 || numbers.all(a, numbers.all(b, a + b >= 0)))"],
    ["text that doubles", doubled("'x' + 'y'", 40)],
    ["a list that doubles", doubled("[1]", 40)],
    ["comparing what is nested and shared", `dyn(${nested("dyn([1])", 30)}) == dyn(${nested("dyn([1])", 30)})`],
    ["joining", "numbers.map(a, numbers.map(b, 'x').join('-')).join(',').size() > 0"],
    [
      "long texts through regular expressions",
      `numbers.map(a, ${doubled("'x' + 'y'", 12).replace("size(a)", "a")}.matches('(x+x+)+y'))`,
    ],
  ])("%s", (_, expression) => {
    const started = performance.now();
    expect(evaluate(expression)).toMatchObject({ ok: false, error: { kind: "cost" } });
    // Under 100 ms on an idle machine; tests run beside others.
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test("a regular expression that stops JavaScript's engine for years ends at once", () => {
    const bomb = `'${"a".repeat(40)}!'.matches('(a+)+$')`;
    expect(evaluate(bomb)).toEqual({ ok: true, value: false });
  });

  test.each([
    ["parentheses", `${"(".repeat(5000)}1${")".repeat(5000)}`],
    ["terms", `1${"+1".repeat(20_000)}`],
    ["length", `'${"x".repeat(100_000)}' == ''`],
  ])("too much text: %s", (_, expression) => {
    expect(evaluate(expression)).toMatchObject({ ok: false, error: { kind: "syntax" } });
  });

  test("one meter serves several expressions", () => {
    const meter = createMeter(15_000);
    expect(evaluate("numbers.all(x, x >= 0)", meter).ok).toBe(true);
    expect(evaluate("numbers.all(x, x >= 0)", meter).ok).toBe(true);
    expect(evaluate("numbers.all(x, x >= 0)", meter)).toMatchObject({ ok: false, error: { kind: "cost" } });
    expect(evaluate("numbers.all(x, x >= 0)", meter)).toMatchObject({ ok: false, error: { kind: "cost" } });
  });

  test("usual expressions cost little", () => {
    const meter = createMeter();
    evaluate("object.spec.list.all(x, x.matches('^[a-z]+$') && x in ['a', 'b'])", meter);
    expect(meter.spent).toBeGreaterThan(5);
    expect(meter.spent).toBeLessThan(100);
  });
});
