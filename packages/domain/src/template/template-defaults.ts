import { mergePatch } from "../document/merge-patch.ts";
import type { TemplateDocument } from "../document/template.ts";
import { parameterDefaults } from "./parameter-fields.ts";
import { sizesOf } from "./sizes.ts";
import { patchAt } from "./value-at.ts";

/**
 * What a declaration gets where it says nothing: the template's defaults, then those of its questions. Still to be
 * merged and checked with the answers.
 */
export function templateDefaults(template: TemplateDocument): unknown {
  const { defaults, form, parameters } = template.spec;
  const smallest = sizesOf(template)[0]?.name;
  const asked = form.flatMap(({ fields }) =>
    fields.flatMap((field) => (field.default === undefined ? [] : [patchAt(specPath(field.path), field.default)])),
  );
  const further = parameterDefaults(parameters);
  const layers = [
    smallest === undefined ? {} : { size: smallest },
    Object.keys(further).length === 0 ? {} : { parameters: further },
    defaults?.spec ?? {},
    ...asked,
  ];
  return layers.reduce<unknown>((spec, layer) => mergePatch(spec, layer), {});
}

/** Where a question's answer stands inside `spec`: `spec.scale.min` → `scale.min`, `parameters.gpu` as it is. */
export function specPath(path: string): string {
  return path.startsWith("spec.") ? path.slice("spec.".length) : path;
}

/** Where a question's answer stands in the declaration: `parameters.gpu` in `spec.parameters.gpu`. */
export function documentPath(path: string): string {
  return path.startsWith("parameters.") ? `spec.${path}` : path;
}
