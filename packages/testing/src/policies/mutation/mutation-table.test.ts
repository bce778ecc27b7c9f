import type { KubernetesObject } from "@fairlead/domain";
import { compilePolicies, type Policy, vet } from "@fairlead/policy";
import { expect, test } from "vitest";
import { managedNamespace, readBases, readPolicies } from "../../../../policy/testing/read-library.ts";
import { goldenObjects } from "../parity/golden-object.ts";
import { ADD_ON_INVARIANTS } from "./add-on-invariants.ts";
import { type Invariant, weakened } from "./invariant.ts";
import { OBJECT_INVARIANTS } from "./object-invariants.ts";
import { POD_INVARIANTS } from "./pod-invariants.ts";

const policies = readPolicies();
const compiled = compilePolicies(policies);

// Some golden cases show an exception, or a declaration that breaks a policy: what they lack cannot be taken away.
const golden = goldenObjects().map(({ object, namespaces: [namespace] }) => ({ object, namespace }));
const kinds = new Set(golden.map(({ object }) => object.kind));
// Kinds that no golden case has yet, as the policy library keeps them well made.
const others = [...readBases().values()].filter(({ kind }) => !kinds.has(kind));
const wellMade = [...golden, ...others.map((object) => ({ object, namespace: managedNamespace() }))].filter(keepsAll);

interface Placed {
  readonly object: KubernetesObject;
  readonly namespace: KubernetesObject;
}

function keepsAll({ object, namespace }: Placed): boolean {
  return speaking(object, namespace).length === 0;
}

interface Row {
  readonly title: string;
  readonly kinds: string;
  readonly objects: number;
  readonly denied: number;
  readonly by: readonly string[];
}

function rowOf(invariant: Invariant): Row {
  const tried = wellMade
    .filter(({ object, namespace }) => invariant.kinds.includes(object.kind) && holds(invariant, namespace))
    .map(({ object, namespace }) => ({ object, namespace: within(namespace, invariant.within) }))
    .filter((one) => invariant.within === undefined || keepsAll(one))
    .flatMap((one) => weakened(one.object, invariant).map((object) => ({ ...one, weak: object })));
  const by = tried.map(({ weak, namespace }) => speaking(weak, namespace));
  return {
    title: invariant.title,
    kinds: [...new Set(tried.map(({ object }) => object.kind))].join(", "),
    objects: tried.length,
    denied: by.filter((ids) => ids.length > 0).length,
    by: [...new Set(by.flat())].sort(),
  };
}

function within(namespace: KubernetesObject, labels: Invariant["within"]): KubernetesObject {
  const { metadata } = namespace;
  return { ...namespace, metadata: { ...metadata, labels: { ...metadata.labels, ...labels } } };
}

function holds({ where = {} }: Invariant, { metadata }: KubernetesObject): boolean {
  return Object.entries(where).every(([key, value]) => metadata.labels?.[key] === value);
}

function speaking(object: KubernetesObject, namespace: KubernetesObject): string[] {
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  const placed = { ...object, metadata: { ...object.metadata, namespace: namespace.metadata.name } };
  return vet([placed], compiled.value, { namespaces: [namespace] }).map(
    ({ policy, message }) => `${policy.id}: ${message}`,
  );
}

function printed(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(({ title }) => title.length));
  const lines = rows.map(({ title, kinds: of, objects, denied, by }) => {
    const policiesThatDeny = [...new Set(by.map((text) => text.slice(0, text.indexOf(":"))))];
    return `${title.padEnd(width)}  ${`${denied}/${objects}`.padStart(9)}  ${policiesThatDeny.join(", ")}  [${of}]`;
  });
  const total = rows.reduce((sum, { objects }) => sum + objects, 0);
  const denied = rows.reduce((sum, row) => sum + row.denied, 0);
  return [...lines, `${rows.length} invariants, ${denied} of ${total} weakened objects denied`, ""].join("\n");
}

test("whoever takes away or weakens one thing that Fairlead sets is denied: every invariant, on every object that has it", () => {
  const rows = [...POD_INVARIANTS, ...OBJECT_INVARIANTS, ...ADD_ON_INVARIANTS].map(rowOf);
  process.stdout.write(printed(rows));
  expect(rows.filter(({ objects, denied }) => objects === 0 || denied < objects)).toEqual([]);
  const silent = policies.filter(
    (policy: Policy) => !rows.some(({ by }) => by.some((text) => text.startsWith(`${policy.id}:`))),
  );
  expect(silent.map(({ id }) => id)).toEqual([]);
}, 120_000);
