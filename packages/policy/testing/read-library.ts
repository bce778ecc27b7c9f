import { readdirSync, readFileSync } from "node:fs";
import type { KubernetesObject } from "@fairlead/domain";
import { readYaml } from "@fairlead/yaml";
import * as z from "zod";
import { completePolicy } from "../src/document/complete-policy.ts";
import { parsePolicy } from "../src/document/parse-policy.ts";
import type { Policy } from "../src/document/policy.ts";
import { applyPatch } from "../src/example/apply-patch.ts";

const LIBRARY = new URL("../library/", import.meta.url);

const patchSchema = z.array(
  z.strictObject({ op: z.enum(["add", "replace", "remove"]), path: z.string(), value: z.unknown().optional() }),
);

const objectSchema = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name: z.string(), namespace: z.string() }),
});

const exampleSchema = z.strictObject({
  case: z.string(),
  /** The kind of the well-made object that it changes. */
  base: z.string(),
  /** Labels of the namespace. */
  namespace: z.record(z.string(), z.string()).default({}),
  patch: patchSchema.default([]),
  /** Where it is an update: what the object was before, as changes of what it becomes. */
  before: patchSchema.optional(),
  /** Through which subresource it is updated. */
  subresource: z.string().optional(),
  /** Who writes it. */
  by: z.string().optional(),
  /** The messages with which the policy refuses the object; left out where it passes. */
  denied: z.array(z.string()).default([]),
  path: z.string().optional(),
  fix: z.record(z.string(), z.unknown()).optional(),
});

/** One case of a policy: an object, the namespace it is in, and what the policy has against it. */
export interface PolicyExample extends Omit<z.infer<typeof exampleSchema>, "base" | "patch" | "namespace" | "before"> {
  object: KubernetesObject;
  /** What was there before, where it is an update. */
  existing: KubernetesObject | undefined;
  namespace: KubernetesObject;
}

export function readPolicies(): Policy[] {
  const names = readdirSync(LIBRARY).filter((name) => name.endsWith(".yaml"));
  return names.sort().map((name) => {
    const policy = parsePolicy(completePolicy(readOne(name)));
    if (!policy.ok) throw new Error(`${name}: ${JSON.stringify(policy.error)}`);
    return policy.value;
  });
}

/** The document of a policy as it is installed in a cluster. */
export function readPolicyDocument(id: string): unknown {
  return completePolicy(readOne(`${id}.yaml`));
}

/** Objects that keep all policies, by kind. */
export function readBases(): Map<string, KubernetesObject> {
  const objects = z.array(objectSchema).parse(readOne("examples/bases.yaml"));
  return new Map(objects.map((object) => [object.kind, object]));
}

/** A namespace as Fairlead labels it; named after what is special about it. */
export function managedNamespace(labels: Readonly<Record<string, string>> = {}): KubernetesObject {
  const special = Object.entries(labels).map(([key, value]) => `-${key.split("/").at(-1)}-${value}`);
  const name = ["policy-library", ...special].join("");
  return {
    apiVersion: "v1",
    kind: "Namespace",
    metadata: { name, labels: { "fairlead.dev/managed": "true", ...labels } },
  };
}

export function readExamples(policy: string, bases: ReadonlyMap<string, KubernetesObject>): PolicyExample[] {
  const examples = z.array(exampleSchema).parse(readOne(`examples/${policy}.yaml`));
  return examples.map(({ base, patch, before, namespace, ...example }) => {
    const whole = bases.get(base);
    if (whole === undefined) throw new Error(`${policy}: there is no base ${base}`);
    const place = managedNamespace(namespace);
    const patched = applyPatch(whole, patch);
    const object = { ...patched, metadata: { ...patched.metadata, namespace: place.metadata.name } };
    return {
      ...example,
      object,
      existing: before === undefined ? undefined : applyPatch(object, before),
      namespace: place,
    };
  });
}

/** Objects that say as little as they may; see the file. */
export function readObjectsToDefault(): KubernetesObject[] {
  const metadata = z.looseObject({ name: z.string() });
  return readAll("../testing/defaulted-objects.yaml").map((value) => objectSchema.extend({ metadata }).parse(value));
}

function readOne(name: string): unknown {
  return readAll(name)[0];
}

function readAll(name: string): unknown[] {
  const { documents, problems } = readYaml(readFileSync(new URL(name, LIBRARY), "utf8"), { file: name });
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return documents.map((document) => document.value);
}
