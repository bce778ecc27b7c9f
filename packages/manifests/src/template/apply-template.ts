import { evaluateCondition, interpolate } from "@fairlead/cel";
import { err, type KubernetesObject, ok, type Result, type Violation } from "@fairlead/domain";
import type { Build } from "../render/build.ts";
import { objectLabels } from "../render/labels.ts";
import { strategicMerge } from "./strategic-merge.ts";

/**
 * The template's own patches and extra objects. What a builder sets comes after a patch and wins: a template adds
 * opinions, it cannot take the baseline away.
 */
export function applyTemplate(
  build: Build,
  objects: readonly KubernetesObject[],
): Result<KubernetesObject[], Violation[]> {
  const { patches = [], extras = [] } = build.template.spec;
  if (patches.length + extras.length === 0) return ok([...objects]);
  const variables = {
    spec: build.spec,
    environment: { name: build.environment.metadata.name, production: build.environment.spec.production ?? false },
    cluster: { name: build.destination.cluster },
    parameters: build.spec.parameters ?? {},
  };
  const violations: Violation[] = [];
  const fill = (path: string, when: string | undefined, value: unknown): unknown => {
    const holds = when === undefined ? ({ ok: true, value: true } as const) : evaluateCondition(when, variables);
    if (!holds.ok) {
      violations.push(mistake(`${path}.when`, holds.error.message));
      return undefined;
    }
    if (!holds.value) return undefined;
    const filled = interpolate(value, variables);
    if (filled.ok) return filled.value;
    violations.push(...filled.errors.map((error) => mistake([path, ...error.path].join("."), error.message)));
    return undefined;
  };

  let patched = [...objects];
  for (const [index, { when, target, merge }] of patches.entries()) {
    const patch = fill(`template.patches.${index}`, when, merge);
    if (patch === undefined) continue;
    patched = patched.map((object) => (object.kind === target.kind ? asObject(strategicMerge(patch, object)) : object));
  }
  const added = extras.flatMap(({ when, object }, index): KubernetesObject[] => {
    const filled = fill(`template.extras.${index}`, when, object);
    if (filled === undefined) return [];
    const baseline = { metadata: { namespace: build.destination.namespace, labels: objectLabels(build) } };
    return [asObject(strategicMerge(filled, baseline))];
  });
  return violations.length > 0 ? err(violations) : ok([...patched, ...added]);
}

function mistake(path: string, message: string): Violation {
  return {
    path,
    reason: message,
    remedy: "Tell the owner of the template: it is a mistake in the template, not in your answers.",
    severity: "error",
  };
}

/** What was merged into an object stays one; an extra is one by the policies that judge it. */
function asObject(value: unknown): KubernetesObject {
  return value as KubernetesObject;
}
