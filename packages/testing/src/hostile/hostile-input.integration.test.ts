// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are texts of templates
import { describe, expect, test } from "vitest";
import { runLimited } from "./run-limited.ts";

const MIB = 1024 * 1024;
const DIGITS = "[0,1,2,3,4,5,6,7,8,9]";

/** Loops inside one another: ten to the power of their number. */
function loops(count: number): string {
  const names = [..."abcdefghij"].slice(0, count);
  return names.reduceRight((inner, name) => `${DIGITS}.all(${name}, ${inner})`, "true");
}

/** A text that doubles so many times. */
function doubled(times: number): string {
  return `cel.bind(a, 'x' + 'x', ${"cel.bind(a, a + a, ".repeat(times)}size(a)${")".repeat(times + 1)}`;
}

/** The same in a policy, by variables. */
function doubling(times: number): object {
  const next = (before: number) => `variables.v${before} + variables.v${before}`;
  return {
    variables: many(times + 1, (n) => ({ name: `v${n}`, expression: n === 0 ? "'x'" : next(n - 1) })),
  };
}

const aliases = ["a: &a [x, x, x, x, x, x, x, x, x]"];
for (const [index, name] of [..."bcdefghijkl"].entries()) {
  const before = "abcdefghijkl"[index];
  aliases.push(`${name}: &${name} [${Array(9).fill(`*${before}`).join(", ")}]`);
}

const configMap = (index: number) => `---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: c${index}}\n`;
const many = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));

describe("documents that ask too much are refused in words, and the command ends by itself", () => {
  test.each([
    ["ten megabytes", `a: "${"x".repeat(10 * MIB)}"`, "The text is larger than 1 MiB"],
    ["aliases of aliases", aliases.join("\n"), "more than 100 aliases"],
    ["lists in lists", "[".repeat(100_000) + "]".repeat(100_000), "more than 64 levels deep"],
    ["ten thousand objects", many(10_000, configMap).join(""), "more than 1000 documents"],
    [
      "a list of ten thousand",
      `items:\n${many(10_000, (n) => `- {a: 1, b: 2, c: {d: ${n}}}\n`).join("")}`,
      "more than 50000 values",
    ],
  ])("%s", async (_, text, words) => {
    for (const command of ["vet", "render"]) {
      const { code, signal, said } = await runLimited("apps/cli/src/main.ts", [command, "-", "-e", "dev"], text);
      expect({ code, signal }).toEqual({ code: 2, signal: null });
      expect(said).toContain(words);
    }
  });

  const service = (fields: string) =>
    `apiVersion: fairlead.dev/v1alpha1\nkind: Service\nmetadata: {name: evil, title: Evil, description: x}\nspec:
  {template: web-service@1.0.0, owner: a-team, tier: 3, environments: {dev: {}}, ${fields}}\n`;

  test.each([
    [
      "a name of an image that never ends",
      service(`image: "registry.example.com/${"a-".repeat(200_000)}!"`),
      "is not an image",
    ],
    [
      "a value like the start of many addresses",
      service(`image: "a:1", env: {A: "${"a-".repeat(100_000)}"}`),
      "longer than 4096",
    ],
  ])("%s", async (_, text, words) => {
    const { code, signal, said } = await runLimited("apps/cli/src/main.ts", ["vet", "-", "-e", "dev"], text);
    expect({ code, signal }).toEqual({ code: 1, signal: null });
    expect(said).toContain(words);
  });

  test("fifteen hundred containers in one workload", async () => {
    const containers = many(1500, (n) => `{name: c${n}, image: "x:1", env: [{name: A, value: b}]}`).join(", ");
    const spec = `{selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: {containers: [${containers}]}}}`;
    const text = `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: x}\nspec: ${spec}\n`;
    const { code, signal, said } = await runLimited("apps/cli/src/main.ts", ["vet", "-", "-e", "dev"], text);
    expect({ code, signal }).toEqual({ code: 1, signal: null });
    expect(said).toContain("[resources-set]");
  });
}, 600_000);

describe("templates that ask too much are refused in words", () => {
  const template = (spec: string, answers = "") => `apiVersion: fairlead.dev/v1alpha1
kind: Template
metadata: {name: evil, version: 1.0.0, title: Evil, description: x, owner: platform}
spec:
  workload: Deployment
  form: []
  sizes: {small: {cpu: 250m, memory: 256Mi, ephemeralStorage: 1Gi}}
  defaults: {spec: {size: small, scale: {min: 1, max: 1}}}
  ${spec}
---
apiVersion: fairlead.dev/v1alpha1
kind: Service
metadata: {name: victim, title: Victim, description: x}
spec: {template: evil@1.0.0, owner: a-team, tier: 3, image: "registry.example.com/x:v1", ${answers} environments: {dev: {}}}
`;
  const extra = (when: string, value = "x") =>
    `extras: [{when: "${when}", object: {apiVersion: v1, kind: ConfigMap, metadata: {name: x}, data: {a: "${value}"}}}]`;

  test.each([
    ["a condition of loops in loops", template(extra(loops(7))), "takes too long"],
    ["a text that doubles forty times", template(extra("true", `\${${doubled(40)}}`)), "takes too long"],
    ["a text that doubles twenty-four times", template(extra("true", `\${string(${doubled(24)})}`)), "takes too long"],
    [
      "an expression in five thousand brackets",
      template(extra(`${"(".repeat(5000)}true${")".repeat(5000)}`)),
      "longer than 1000",
    ],
    [
      "a pattern that takes for ever",
      template(
        "parameters: {type: object, properties: {code: {type: string, pattern: '^(a+)+$'}}}",
        `parameters: {code: "${"a".repeat(5000)}!"},`,
      ),
      "code",
    ],
  ])("%s", async (_, text, words) => {
    const { code, signal, said } = await runLimited("apps/cli/src/main.ts", ["render", "-", "-e", "dev"], text);
    expect({ code, signal }).toEqual({ code: 1, signal: null });
    expect(said).toContain(words);
  });
}, 600_000);

describe("policies that ask too much are a verdict, or refused before they are asked", () => {
  const object = {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: "x", namespace: "a" },
    data: Object.fromEntries(many(2000, (n) => [`k${n}`, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"])),
  };
  const rule = { apiGroups: [""], apiVersions: ["v1"], operations: ["CREATE"], resources: ["configmaps"] };
  const policy = (spec: Record<string, unknown>) => ({
    apiVersion: "admissionregistration.k8s.io/v1",
    kind: "ValidatingAdmissionPolicy",
    metadata: { name: "evil" },
    spec: { matchConstraints: { resourceRules: [rule] }, ...spec },
  });
  const all = (expression: string) => ({ validations: [{ expression }] });

  test.each([
    [
      "loops in loops",
      all("object.data.all(a, object.data.all(b, object.data.all(c, a + b + c != '')))"),
      "error: .*takes too long",
    ],
    [
      "loops of two variables",
      all("object.data.all(a, b, object.data.all(c, d, object.data.all(e, f, a + d != f)))"),
      "takes too long",
    ],
    ["a text that doubles", { ...doubling(40), ...all("size(variables.v40) > 0") }, "takes too long"],
    [
      "a message that doubles",
      { ...doubling(40), validations: [{ expression: "false", messageExpression: "variables.v40", message: "No." }] },
      "denied: No\\.",
    ],
    [
      "a pattern that takes for ever elsewhere",
      all("object.data.all(k, !object.data[k].matches('^(a+)+$'))"),
      "nothing to say",
    ],
    ["a range without end", all("lists.range(1000000000000).size() > 0"), "at most"],
    ["brackets in brackets", all(`${"(".repeat(20_000)}true${")".repeat(20_000)}`), "refused: .*validations"],
    ["a text of a megabyte", all(`'${"x".repeat(MIB)}' != ''`), "refused: .*longer"],
    [
      "a hundred conditions",
      { matchConditions: many(100, (n) => ({ name: `c${n}`, expression: "true" })), ...all("true") },
      "refused: .*matchConditions",
    ],
    [
      "a hundred dear variables",
      {
        variables: many(100, (n) => ({
          name: `v${n}`,
          expression: "object.data.map(a, object.data.filter(b, a < b).size()).size()",
        })),
        validations: many(100, (n) => ({ expression: `variables.v${n} >= 0` })),
      },
      "takes too long",
    ],
  ])("%s", async (_, spec, words) => {
    const input = JSON.stringify({ policy: policy(spec), object });
    const { code, signal, said } = await runLimited("packages/testing/src/hostile/vet-in-a-child.ts", [], input);
    expect({ code, signal, said }).toMatchObject({ code: 0, signal: null });
    expect(said).toMatch(new RegExp(words));
  });
}, 600_000);
