// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are the texts under test
import { describe, expect, test } from "vitest";
import { evaluateCondition, interpolate } from "./interpolate.ts";

const variables = {
  spec: { name: "cart", replicas: 3, ratio: 1.5, on: true, list: [1, 2], map: { a: 1 } },
  parameters: {},
};

describe("interpolate", () => {
  test.each([
    ["${spec.replicas}", 3],
    ["${spec.ratio}", 1.5],
    ["${spec.list}", [1, 2]],
    ["${spec.map}", { a: 1 }],
    ["${spec.on}", true],
    ["${{'k': spec.name}}", { k: "cart" }],
    ["${spec.name + '}'}", "cart}"],
    ["${'''a'b'''}", "a'b"],
    ["${b'hi'}", "aGk="],
    ["x-${spec.name}-${spec.replicas}-${spec.on}", "x-cart-3-true"],
    ["$${spec.name} costs $5", "${spec.name} costs $5"],
    ["no expression", "no expression"],
    ["", ""],
    [7, 7],
    [null, null],
  ])("%j becomes %j", (template, value) => {
    expect(interpolate(template, variables)).toEqual({ ok: true, value });
  });

  test("keys stay, an empty optional leaves its field or item out", () => {
    const template = { "${spec.name}": "${spec.name}", gone: "${spec.?none}", list: ["${spec.?none}", "${spec.name}"] };
    expect(interpolate(template, variables)).toEqual({ ok: true, value: { "${spec.name}": "cart", list: ["cart"] } });
  });

  test("all mistakes are told at once, with their places", () => {
    const template = { a: ["${nothing}", "${1 + 'a'}"], b: "x ${spec.list}", c: "${", d: "${spec.none}" };
    const result = interpolate(template, variables);
    expect(result.ok).toBe(false);
    expect(result.ok ? [] : result.errors.map(({ path, kind }) => [path.join("."), kind])).toEqual([
      ["a.0", "type"],
      ["a.1", "type"],
      ["b", "type"],
      ["c", "syntax"],
      ["d", "evaluation"],
    ]);
  });

  test("a result that would be written out forever is refused", () => {
    const bomb = Array.from({ length: 40 }, () => "cel.bind(a, dyn([a, a]), ").join("");
    const result = interpolate(`\${cel.bind(a, dyn([1]), ${bomb}a${")".repeat(41)}}`, variables);
    expect(result).toMatchObject({ ok: false, errors: [{ message: "The result is too large." }] });
  });

  test("all expressions of a template share one allowance", () => {
    const loop = "${items.all(a, items.all(b, a + b > 0))}";
    const items = Array.from({ length: 500 }, () => 1);
    const result = interpolate([loop, loop, loop, loop, loop], { items });
    expect(result).toMatchObject({
      ok: false,
      errors: expect.arrayContaining([expect.objectContaining({ kind: "cost" })]),
    });
  });
});

describe("evaluateCondition", () => {
  test("gives the answer", () => {
    expect(evaluateCondition("spec.on && spec.replicas > 2", variables)).toEqual({ ok: true, value: true });
    expect(evaluateCondition("parameters.?cache.orValue(false)", variables)).toEqual({ ok: true, value: false });
  });

  test("what is neither true nor false is a mistake", () => {
    expect(evaluateCondition("spec.replicas", variables)).toMatchObject({ ok: false, error: { kind: "type" } });
  });
});
