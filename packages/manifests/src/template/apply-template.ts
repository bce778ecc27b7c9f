import { evaluateCondition, interpolate } from "@fairlead/cel";
import { err, type KubernetesObject, ok, type Result, type Violation } from "@fairlead/domain";
import { isFields } from "../json/fields.ts";
import type { Build } from "../render/build.ts";
import { objectLabels } from "../render/labels.ts";
import { restoreBaseline } from "./baseline.ts";
import { mergeInto } from "./merge-into.ts";
import { strategicMerge } from "./strategic-merge.ts";

/**
 * The template's own patches and extra objects. The baseline comes after them: a template adds opinions, it cannot take
 * the baseline away.
 */
export function applyTemplate(
  build: Build,
  objects: readonly KubernetesObject[],
): Result<KubernetesObject[], Violation[]> {
  const { patches = [], extras = [] } = build.template.spec;
  const fill = filler(build);
  const violations: Violation[] = [];

  let patched: readonly KubernetesObject[] = objects;
  for (const [index, { when, target, merge }] of patches.entries()) {
    const filled = fill(`patches.${index}`, when, merge);
    if (!filled.ok) violations.push(...filled.error);
    else if (filled.value !== undefined) {
      patched = patched.map((object) => (object.kind === target.kind ? mergeInto(object, filled.value) : object));
    }
  }
  const restored = patched.map((object, index) => restoreBaseline(objects[index] ?? object, object));

  const added = extras.flatMap(({ when, object }, index): KubernetesObject[] => {
    const path = `extras.${index}`;
    const filled = fill(path, when, object);
    if (!filled.ok) violations.push(...filled.error);
    if (!filled.ok || filled.value === undefined) return [];
    const mine = { metadata: { namespace: build.destination.namespace, labels: objectLabels(build) } };
    const extra = strategicMerge(filled.value, mine);
    if (isNamed(extra)) return [extra];
    violations.push(mistake(`${path}.object`, "has no apiVersion, kind or name"));
    return [];
  });
  return violations.length > 0 ? err(violations) : ok([...restored, ...added]);
}

type Fill = (path: string, when: string | undefined, value: unknown) => Result<unknown, Violation[]>;

/** Fills in `${…}` where `when` holds; `undefined` where it does not. */
function filler({ spec, environment, destination }: Build): Fill {
  const variables = {
    spec,
    environment: { name: environment.metadata.name, production: environment.spec.production ?? false },
    cluster: { name: destination.cluster },
    parameters: spec.parameters ?? {},
  };
  return (path, when, value) => {
    const holds = when === undefined ? ({ ok: true, value: true } as const) : evaluateCondition(when, variables);
    if (!holds.ok) return err([mistake(`${path}.when`, holds.error.message)]);
    if (!holds.value) return ok(undefined);
    const filled = interpolate(value, variables);
    if (filled.ok) return ok(filled.value);
    return err(filled.errors.map((error) => mistake([path, ...error.path].join("."), error.message)));
  };
}

function mistake(path: string, reason: string): Violation {
  return {
    path: `template.${path}`,
    reason,
    remedy: "Tell the owner of the template: it is a mistake in the template, not in your answers.",
    severity: "error",
  };
}

function isNamed(value: unknown): value is KubernetesObject {
  if (!isFields(value) || !isFields(value.metadata)) return false;
  return [value.apiVersion, value.kind, value.metadata.name].every((part) => typeof part === "string" && part !== "");
}
