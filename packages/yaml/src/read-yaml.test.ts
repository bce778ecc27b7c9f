import { describe, expect, test } from "vitest";
import { readYaml } from "./read-yaml.ts";

function valuesOf(text: string): unknown[] {
  const { documents, problems } = readYaml(text);
  expect(problems).toEqual([]);
  return documents.map((document) => document.value);
}

function firstProblem(text: string, options = {}) {
  const { documents, problems } = readYaml(text, options);
  expect(documents).toEqual([]);
  const [problem] = problems;
  if (problem === undefined) throw new Error("nothing was wrong");
  return problem;
}

describe("what is read", () => {
  test("several documents, without those that hold only comments", () => {
    expect(valuesOf("a: 1\n---\n# nothing\n---\n- b\n")).toEqual([{ a: 1 }, ["b"]]);
    expect(valuesOf("")).toEqual([]);
  });

  test("JSON, also indented with tabs", () => {
    expect(valuesOf('{\n\t"a": [1, 2.5, "x\\/y", true, null]\n}')).toEqual([{ a: [1, 2.5, "x/y", true, null] }]);
  });

  test("YAML 1.2 core: yes, times, dates and a bare = are text", () => {
    expect(valuesOf("a: yes\nb: 12:30:45\nc: 2026-01-01\nd: =\ne: 0o17\nf: on")).toEqual([
      { a: "yes", b: "12:30:45", c: "2026-01-01", d: "=", e: 15, f: "on" },
    ]);
  });

  test("an alias gives a copy, not the same object", () => {
    const [value] = valuesOf("a: &x {b: 1}\nc: *x") as [{ a: unknown; c: unknown }];
    expect(value.c).toEqual({ b: 1 });
    expect(value.c).not.toBe(value.a);
  });

  test("keys are always text", () => {
    expect(valuesOf("1: a\ntrue: b\n~: c")).toEqual([{ "1": "a", true: "b", "~": "c" }]);
  });

  test("a byte order mark and carriage returns do no harm", () => {
    expect(valuesOf("\uFEFFa: 1\r\nb: x\r\n")).toEqual([{ a: 1, b: "x" }]);
  });
});

describe("positions", () => {
  const [document] = readYaml(
    "spec:\n  ports:\n    - name: a\n      port: 1\n  labels:\n    a.b/c: x\n  x: &q {z: 1}\n  y: *q\n",
  ).documents;

  test.each([
    ["spec.ports[0].port", 4, 7],
    ["spec.ports.0.name", 3, 7],
    ["spec.labels.a.b/c", 6, 5],
    ["spec.y.z", 7, 10],
    ["spec.ports[7].port", 2, 3],
    ["", 1, 1],
  ])("%s stands at %i:%i", (path, line, column) => {
    expect(document?.position(path)).toEqual({ line, column });
  });

  test("a path may be a list, as zod gives it", () => {
    expect(document?.position(["spec", "ports", 0, "port"])).toEqual({ line: 4, column: 7 });
  });

  test("what is missing is shown at the nearest thing around it", () => {
    expect(document?.position("spec.labels.none.at.all")).toEqual({ line: 5, column: 3 });
  });
});

describe("what is refused, with its place", () => {
  test.each([
    ["a key twice", "a: 1\nb: 2\na: 3\n", 3, 1, /`a` stands twice/],
    ["a key twice inside JSON", '{"a": 1, "a": 2}', 1, 10, /`a` stands twice/],
    ["an open quote", 'a: "foo\nb: 2\n', 3, 1, /quote .* never closed/],
    ["a tab as indentation", "a:\n\tb: 2\n", 2, 1, /tab/],
    ["indentation that fits nothing", "a:\n  b: 1\n c: 2\n", 3, 1, /indentation/],
    ["a line without a colon", "a: 1\nfoo\nb: 2\n", 2, 1, /no colon/],
    ["two colons in a line", "a: b: c\n", 1, 4, /second map/],
    ["an alias of nothing", "a: *x\n", 1, 4, /Nothing above is called &x/],
    ["an alias of what holds it", "a: &x [*x]\n", 1, 8, /stands inside/],
    ["a merge key", "a: &x {b: 1}\nc:\n  <<: *x\n", 3, 3, /Merge keys/],
    ["a tag", "a: !!binary aGk=\n", 1, 4, /tag/],
    ["a key that is a list", "? [a]\n: b\n", 1, 3, /key is not a plain word/],
    ["__proto__", "__proto__: 1\n", 1, 1, /__proto__/],
    ["a number that means two things", "mode: 0644\n", 1, 7, /different numbers/],
    ["a number too large for exactness", "a: 12345678901234567890\n", 1, 4, /too large/],
    ["a number that is none", "a: .inf\n", 1, 4, /not a number/],
    ["a control character", "a: 1\nb: x\u0007", 2, 5, /U\+0007/],
    ["an escaped control character", 'a: "\\0"', 1, 4, /U\+0000/],
    ["half a surrogate pair", "a: \ud800", 1, 4, /U\+D800/],
  ])("%s", (_, text, line, column, reason) => {
    const problem = firstProblem(text);
    expect(problem).toMatchObject({ line, column });
    expect(problem.reason).toMatch(reason);
    expect(problem.remedy).not.toBe("");
  });

  test("escaped control characters may be allowed, raw ones never", () => {
    expect(readYaml('a: "\\u001b[0m"', { escapedControls: true }).documents[0]?.value).toEqual({ a: "\u001b[0m" });
    expect(firstProblem("a: \u001b", { escapedControls: true }).reason).toContain("U+001B");
  });

  test("all mistakes at once, in the order of the text", () => {
    const { problems } = readYaml("a: 1\na: 2\nb: 0644\n", { file: "x.yaml" });
    expect(problems.map(({ file, line }) => ({ file, line }))).toEqual([
      { file: "x.yaml", line: 2 },
      { file: "x.yaml", line: 3 },
    ]);
  });
});

describe("what would take too much is refused in bounded time", () => {
  const tenTimes = (letter: string) => Array(10).fill(`*${letter}`).join(",");
  const bomb = [..."bcdefgh"].map((letter, i) => `${letter}: &${letter} [${tenTimes("abcdefg"[i] ?? "a")}]`).join("\n");

  test.each([
    ["an alias bomb", `a: &a [x,x,x,x,x,x,x,x,x,x]\n${bomb}`, /more than 100 aliases/],
    ["an alias bomb with aliases allowed", `a: &a [x,x,x,x,x,x,x,x,x,x]\n${bomb}`, /50000 values/, { maxAliases: 1e9 }],
    ["5 MB", `a: ${"x".repeat(5_000_000)}`, /larger than 1 MiB/],
    ["more bytes than characters", "ü".repeat(600_000), /larger than 1 MiB/],
    ["open brackets", "[".repeat(100_000), /64 levels/],
    ["open braces", "{a: ".repeat(100_000), /64 levels/],
    ["dashes", "- ".repeat(100_000), /64 levels/],
    ["question marks", "? ".repeat(100_000), /64 levels/],
    ["indentation", Array.from({ length: 1400 }, (_, i) => `${" ".repeat(i)}a:`).join("\n"), /64 levels/],
    ["closing brackets", "]".repeat(1_000_000), /does not belong/],
    ["bad escapes", `a: "${"\\q".repeat(500_000)}"`, /escape/],
    ["directives", "%a\n".repeat(300_000), /directive/],
    ["quotes", '"'.repeat(1_000_000), /50000 values/],
    ["anchors", "&a ".repeat(300_000), /50000 values/],
    ["line ends", "\n".repeat(1_000_000), /50000 values/],
    ["documents", "--- a\n".repeat(150_000), /1000 documents/],
    ["keys", Array.from({ length: 90_000 }, (_, i) => `k${i}: 1`).join("\n"), /50000 values/],
  ])("%s", (_, text, reason, options: { maxAliases?: number } = {}) => {
    const started = performance.now();
    const problem = firstProblem(text, options);
    expect(problem.reason).toMatch(reason);
    // A second at most on the slowest machine seen; generous, because tests run beside each other.
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  test("a million mistakes are not listed", () => {
    expect(readYaml("]".repeat(1_000_000)).problems.length).toBeLessThanOrEqual(20);
  });
});
