import { describe, expect, test } from "vitest";
import { readBases, readExamples, readPolicies } from "../testing/read-library.ts";
import { compilePolicies } from "./evaluate/compile-policies.ts";
import type { CompiledPolicies } from "./evaluate/compiled-policy.ts";
import { vet } from "./evaluate/vet.ts";

const policies = readPolicies();
const bases = readBases();

function compiled(only = policies): CompiledPolicies {
  const result = compilePolicies(only);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

test("the well-made objects keep all policies, in any environment", () => {
  const objects = [...bases.values()].filter(({ kind }) => kind !== "Pod");
  const namespace = (labels: Record<string, string>) => ({
    namespaces: [{ apiVersion: "v1", kind: "Namespace", metadata: { name: "checkout", labels } }],
  });
  expect(vet([...bases.values()], compiled())).toEqual([]);
  expect(vet(objects, compiled(), namespace({ "fairlead.dev/production": "true" }))).toEqual([]);
});

test("no policy needs a cluster to be evaluated", () => {
  expect(compiled().leftOut).toEqual([]);
});

describe.each(policies.map((policy) => [policy.id, policy] as const))("%s", (id, policy) => {
  const examples = readExamples(id, bases);

  test("says to people what it is, where it comes from and what to do", () => {
    expect(policy.name).toBe(`fairlead-${id}`);
    expect(policy.title).not.toBe(policy.name);
    expect(policy.controls.length).toBeGreaterThan(0);
    expect(policy.remedy).toMatch(/\.$/);
    for (const validation of policy.spec.validations) {
      expect(validation.message).toMatch(/\.$/);
      // Without one the API server answers 422, as if the object were malformed.
      expect(validation.reason).toBe("Forbidden");
    }
  });

  test("has examples of both verdicts, and one for each validation", () => {
    expect(examples.some(({ denied }) => denied.length === 0)).toBe(true);
    expect(examples.flatMap(({ denied }) => denied).length).toBeGreaterThanOrEqual(policy.spec.validations.length);
  });

  test.each(examples.map((example) => [example.case, example] as const))("%s", (_, example) => {
    const verdicts = vet([example.object], compiled([policy]), { namespaces: [example.namespace] });
    expect(verdicts.map(({ message }) => message)).toEqual(example.denied);
    expect(verdicts.every(({ outcome }) => outcome === "denied")).toBe(true);
    if (example.path !== undefined) expect(verdicts[0]?.path).toBe(example.path);
    if (example.fix !== undefined) expect(verdicts[0]?.fix?.patch).toEqual(example.fix);
  });
});
