import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { KubernetesObject } from "@fairlead/domain";
import { DATA_FOLDER } from "@fairlead/testing/data-folder";
import { readYaml } from "@fairlead/yaml";
import * as z from "zod";

/** Where kubescape's policies and cases lie: https://github.com/kubescape/cel-admission-library */
export const CORPUS = join(DATA_FOLDER, "corpora/kubescape-cel");
export const hasCorpus = existsSync(CORPUS);

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

export interface CorpusCase {
  readonly control: string;
  readonly index: number;
  readonly name: string;
  readonly expected: "pass" | "fail" | "warn";
  readonly object: KubernetesObject;
  readonly params: KubernetesObject;
  /** A ValidatingAdmissionPolicyBinding, with the name of another policy in it. */
  readonly binding: unknown;
  /** What a real API server said, where it refused or warned. */
  readonly said: string | undefined;
}

export function corpusControls(): string[] {
  return hasCorpus ? readdirSync(resolve(CORPUS, "controls")).sort() : [];
}

export function readCorpusPolicy(control: string): unknown {
  return readCorpusFile(`controls/${control}/policy.yaml`);
}

export function readCorpusFile(path: string): unknown {
  const { documents, problems } = readYaml(readFileSync(resolve(CORPUS, path), "utf8"));
  if (problems.length > 0) throw new Error(`${path}: ${JSON.stringify(problems)}`);
  return documents[0]?.value;
}

export function readCorpusCases(control: string): CorpusCase[] {
  const observed = observedSchema.parse(readCorpusFile("observed-1.36.3.json")).cases;
  return z
    .array(caseSchema)
    .parse(readCorpusFile(`controls/${control}/tests.json`))
    .map((one, index) => {
      const object = readObject(one.template);
      for (const entry of one.field_change_list) change(object, entry);
      return {
        control,
        index,
        name: one.name,
        expected: one.expected,
        object,
        params: readObject(one.param_template),
        binding: readCorpusFile(`test-resources/${one.binding_template}`),
        said: observed.find((answer) => answer.control === control && answer.index === index)?.message,
      };
    });
}

function readObject(name: string): KubernetesObject {
  return objectSchema.parse(readCorpusFile(`test-resources/${name}`)) as KubernetesObject;
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
