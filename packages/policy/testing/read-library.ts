import { readdirSync, readFileSync } from "node:fs";
import type { KubernetesObject } from "@fairlead/domain";
import { readYaml } from "@fairlead/yaml";
import * as z from "zod";
import { parsePolicy } from "../src/document/parse-policy.ts";
import type { Policy } from "../src/document/policy.ts";
import { applyPatch } from "./json-patch.ts";

const LIBRARY = new URL("../library/", import.meta.url);

const exampleSchema = z.strictObject({
  case: z.string(),
  base: z.string(),
  /** Labels of the namespace. */
  namespace: z.record(z.string(), z.string()).default({}),
  patch: z
    .array(
      z.strictObject({ op: z.enum(["add", "replace", "remove"]), path: z.string(), value: z.unknown().optional() }),
    )
    .default([]),
  /** The messages with which the policy refuses the object; left out where it passes. */
  denied: z.array(z.string()).default([]),
  path: z.string().optional(),
  fix: z.record(z.string(), z.unknown()).optional(),
});

const objectSchema = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name: z.string(), namespace: z.string() }),
});

/** One case of a policy: an object, the namespace it is in, and what the policy has against it. */
export interface PolicyExample extends Omit<z.infer<typeof exampleSchema>, "patch" | "namespace"> {
  object: KubernetesObject;
  namespace: KubernetesObject;
}

export function readPolicies(): Policy[] {
  const names = readdirSync(LIBRARY).filter((name) => name.endsWith(".yaml"));
  return names.sort().map((name) => {
    const policy = parsePolicy(readOne(name));
    if (!policy.ok) throw new Error(`${name}: ${JSON.stringify(policy.error)}`);
    return policy.value;
  });
}

/** The document of a policy as it is installed in a cluster. */
export function readPolicyDocument(id: string): unknown {
  return readOne(`${id}.yaml`);
}

/** Objects that keep all policies, by kind. */
export function readBases(): Map<string, KubernetesObject> {
  const objects = readAll("examples/bases.yaml").map((value) => objectSchema.parse(value));
  return new Map(objects.map((object) => [object.kind, object]));
}

export function readExamples(policy: string, bases: ReadonlyMap<string, KubernetesObject>): PolicyExample[] {
  const examples = z.array(exampleSchema).parse(readOne(`examples/${policy}.yaml`));
  return examples.map(({ patch, namespace, ...example }) => {
    const base = bases.get(example.base);
    if (base === undefined) throw new Error(`${policy}: there is no base ${example.base}`);
    const labels = { "fairlead.dev/managed": "true", ...namespace };
    return {
      ...example,
      object: applyPatch(base, patch),
      namespace: { apiVersion: "v1", kind: "Namespace", metadata: { name: base.metadata.namespace ?? "", labels } },
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
