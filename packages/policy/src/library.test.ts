import { describe, expect, test } from "vitest";
import { managedNamespace, readBases, readExamples, readPolicies } from "../testing/read-library.ts";
import { compilePolicies } from "./evaluate/compile-policies.ts";
import type { CompiledPolicies } from "./evaluate/compiled-policy.ts";
import { vet } from "./evaluate/vet.ts";

const policies = readPolicies();
const bases = readBases();
const examplesOfAll = policies.flatMap(({ id }) => readExamples(id, bases));

function compiled(only = policies): CompiledPolicies {
  const result = compilePolicies(only);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

test("the well-made objects keep all policies, in any environment", () => {
  const all = compiled();
  const kept = (labels: Record<string, string>) => {
    const { metadata, ...rest } = managedNamespace(labels);
    const namespace = { ...rest, metadata: { ...metadata, name: "policy-library" } };
    return vet([...bases.values()], all, { namespaces: [namespace] }).map(({ message }) => message);
  };
  expect(kept({})).toEqual([]);
  expect(kept({ "fairlead.dev/production": "true", "fairlead.dev/min-replicas": "2" })).toEqual([]);
});

test("outside of managed namespaces no policy has anything against anything", () => {
  const refused = examplesOfAll.filter(({ denied }) => denied.length > 0);
  const namespaces = [{ ...managedNamespace(), metadata: { name: "policy-library", labels: {} } }];
  const all = compiled();
  expect(refused.flatMap(({ object }) => vet([object], all, { namespaces }))).toEqual([]);
});

test("policies name kinds in namespaces only: no selector holds back the others", () => {
  const resources = policies
    .flatMap(({ spec }) => spec.matchConstraints.resourceRules ?? [])
    .flatMap((rule) => rule.resources);
  const clusterWide = ["*", "*/*", "namespaces", "nodes", "persistentvolumes", "clusterroles", "clusterrolebindings"];
  expect(resources.filter((resource) => clusterWide.includes(resource))).toEqual([]);
});

test("no policy needs a cluster to be evaluated", () => {
  expect(compiled().leftOut).toEqual([]);
});

describe.each(policies.map((policy) => [policy.id, policy] as const))("%s", (id, policy) => {
  const examples = readExamples(id, bases);

  test("says to people what it is, where it comes from and what to do", () => {
    expect(policy.name).toBe(`fairlead-${id}`);
    // It is the key of a label, exceptions.fairlead.dev/<id>.
    expect(id.length).toBeLessThanOrEqual(63);
    expect(policy.title).not.toBe(policy.name);
    expect(policy.controls.length).toBeGreaterThan(0);
    expect(policy.remedy).toMatch(/\.$/);
    for (const validation of policy.spec.validations) {
      expect(validation.message).toMatch(/\.$/);
      expect(validation.reason).toBe("Forbidden");
    }
  });

  test("has examples of both verdicts, and one for each validation", () => {
    expect(examples.some(({ denied }) => denied.length === 0)).toBe(true);
    expect(examples.flatMap(({ denied }) => denied).length).toBeGreaterThanOrEqual(policy.spec.validations.length);
  });

  test.each(examples.map((example) => [example.case, example] as const))("%s", (_, example) => {
    const { object, existing, namespace, by: username = "somebody", subresource = "" } = example;
    const context = {
      namespaces: [namespace],
      existing: existing === undefined ? [] : [existing],
      userInfo: { username },
      subresource,
    };
    const verdicts = vet([object], compiled([policy]), context);
    expect(verdicts.map(({ message }) => message)).toEqual(example.denied);
    expect(verdicts.every(({ outcome }) => outcome === "denied")).toBe(true);
    if (example.path !== undefined) expect(verdicts[0]?.path).toBe(example.path);
    if (example.fix !== undefined) expect(verdicts[0]?.fix?.patch).toEqual(example.fix);
  });
});
