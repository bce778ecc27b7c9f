import { readFileSync } from "node:fs";
import { join } from "node:path";
import { applyPatch } from "@fairlead/policy";
import { readYaml, writeYaml } from "@fairlead/yaml";
import * as z from "zod";
import { packagesFolder } from "./library-folder.ts";

const objectSchema = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name: z.string() }),
});
const operationSchema = z.object({
  op: z.enum(["add", "replace", "remove"]),
  path: z.string(),
  value: z.unknown().optional(),
});
const exampleSchema = z.object({
  case: z.string(),
  base: z.string(),
  patch: z.array(operationSchema).default([]),
  denied: z.array(z.string()).default([]),
});

interface Example {
  case: string;
  kind: string;
  yaml: string;
  base: string;
  denied: string[];
}

/** The objects on which a policy of the library is tested; none where it has none. Read when somebody asks. */
export function policyExamples(id: string): Example[] {
  const folder = join(packagesFolder(), "policy/library/examples");
  // The id comes from the library, never from an address.
  const examples = z.array(exampleSchema).parse(readOne(join(folder, `${id}.yaml`)));
  const bases = z.array(objectSchema).parse(readOne(join(folder, "bases.yaml")));
  return examples.flatMap(({ base, patch, ...example }) => {
    const whole = bases.find(({ kind }) => kind === base);
    if (whole === undefined) return [];
    return [{ ...example, kind: base, yaml: writeYaml(applyPatch(whole, patch)), base: writeYaml(whole) }];
  });
}

function readOne(file: string): unknown {
  return readYaml(readFileSync(file, "utf8"), { file }).documents[0]?.value;
}
