import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { KubernetesObject } from "@fairlead/domain";
import { readYaml } from "@fairlead/yaml";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { parseBinding, parsePolicy } from "./document/parse-policy.ts";
import { compilePolicies } from "./evaluate/compile-policies.ts";
import { vet } from "./evaluate/vet.ts";

const corpus = resolve(process.env.FAIRLEAD_DATA ?? "../shared/data", "corpora/kubescape-cel");
const present = existsSync(corpus);
const title = present
  ? "kubescape's verdicts"
  : `kubescape's verdicts (skipped: no data at ${corpus}, see FAIRLEAD_DATA)`;

const caseSchema = z.object({
  name: z.string(),
  template: z.string(),
  expected: z.enum(["pass", "fail", "warn"]),
  field_change_list: z.array(z.string()).default([]),
  binding_template: z.string().default("policy-binding.yaml"),
  param_template: z.string().default("default-control-configuration.yaml"),
});
const observedSchema = z.object({
  cases: z.array(z.object({ control: z.string(), index: z.number(), message: z.string().optional() })),
});
const objectSchema = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name: z.string() }),
});

function read(path: string): unknown {
  const { documents, problems } = readYaml(readFileSync(resolve(corpus, path), "utf8"));
  expect(problems).toEqual([]);
  return documents[0]?.value;
}

function readObject(name: string): KubernetesObject {
  return objectSchema.parse(read(`test-resources/${name}`)) as KubernetesObject;
}

/** Changes an object as the corpus' README says: `a.b.[0].c=value`, making what is missing on the way. */
function change(object: unknown, entry: string): void {
  const equals = entry.indexOf("=");
  const steps = entry
    .slice(0, equals)
    .split(".")
    .map((step) => (/^\[\d+\]$/.test(step) ? Number(step.slice(1, -1)) : step));
  const text = entry.slice(equals + 1);
  let value: unknown = text;
  try {
    value = JSON.parse(text);
  } catch {
    // Then it is the text itself.
  }
  let place = object as Record<string | number, unknown>;
  for (const [index, step] of steps.entries()) {
    if (Array.isArray(place)) while (place.length < Number(step)) place.push(null);
    if (index === steps.length - 1) place[step] = value;
    else place[step] ??= typeof steps[index + 1] === "number" ? [] : {};
    place = place[step] as Record<string | number, unknown>;
  }
}

describe.skipIf(!present)(title, () => {
  const controls = present ? readdirSync(resolve(corpus, "controls")).sort() : [];
  const observed = present ? observedSchema.parse(read("observed-1.36.3.json")).cases : [];

  let seen = 0;

  test.each(controls)("%s", (control) => {
    const policy = parsePolicy(read(`controls/${control}/policy.yaml`));
    if (!policy.ok) throw new Error(JSON.stringify(policy.error));
    const cases = z.array(caseSchema).parse(read(`controls/${control}/tests.json`));
    const wrong = cases.flatMap((example, index) => {
      const object = structuredClone(readObject(example.template));
      for (const entry of example.field_change_list) change(object, entry);
      const binding = parseBinding(read(`test-resources/${example.binding_template}`));
      if (!binding.ok) throw new Error(JSON.stringify(binding.error));
      binding.value.spec.policyName = policy.value.name;
      const compiled = compilePolicies([policy.value], { bindings: [binding.value] });
      if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
      const verdicts = vet([object], compiled.value, { params: [readObject(example.param_template)] });
      const verdict = verdicts.length === 0 ? "pass" : verdicts[0]?.actions.includes("Warn") ? "warn" : "fail";
      const said = observed.find((answer) => answer.control === control && answer.index === index)?.message;
      const sameWords = said === undefined || verdicts.some(({ message }) => said.includes(message));
      return verdict === example.expected && sameWords
        ? []
        : [
            {
              name: example.name,
              expected: example.expected,
              verdict,
              said,
              verdicts: verdicts.map(({ message }) => message),
            },
          ];
    });
    expect(wrong).toEqual([]);
    seen += cases.length;
  });

  test("all 628 cases were looked at", () => {
    expect(seen).toBe(628);
  });
});
