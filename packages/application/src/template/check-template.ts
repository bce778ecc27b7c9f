import { type CelProgram, checkCondition, checkTexts } from "@fairlead/cel";
import {
  checkTemplateFields,
  nearestName,
  parameterNames,
  runtimeFields,
  type TemplateDocument,
  type Violation,
} from "@fairlead/domain";
import { checkExtras } from "./check-extras.ts";
import { checkParameterSchema } from "./check-parameter-schema.ts";
import { checkPatchTargets } from "./check-patch-targets.ts";

/** What `when` and `${…}` may speak of. */
const NAMES = ["spec", "environment", "cluster", "parameters"] as const;

/**
 * Everything about a template that can be known before any service answers it, beyond its shape: fields, defaults,
 * bounds, expressions, further questions, patches and extras. All that is wrong at once; paths are the template's own.
 *
 * @param environments the names of those that there are, where they are known
 */
export function checkTemplate(template: TemplateDocument, environments?: readonly string[]): Violation[] {
  return [
    ...checkTemplateFields(template, environments),
    ...checkParameterSchema(template),
    ...checkExpressions(template),
    ...checkPatchTargets(template),
    ...checkExtras(template),
  ];
}

function checkExpressions({ spec }: TemplateDocument): Violation[] {
  const { form, patches = [], extras = [], parameters } = spec;
  const conditions = [
    ...form.flatMap(({ fields }, section) =>
      fields.map(({ when }, index) => ({ at: `spec.form.${section}.fields.${index}.when`, when })),
    ),
    ...patches.map(({ when }, index) => ({ at: `spec.patches.${index}.when`, when })),
    ...extras.map(({ when }, index) => ({ at: `spec.extras.${index}.when`, when })),
  ];
  const texts = [
    ...patches.map(({ merge }, index) => ({ at: `spec.patches.${index}.merge`, value: merge })),
    ...extras.map(({ object }, index) => ({ at: `spec.extras.${index}.object`, value: object })),
  ];
  return [
    ...conditions.flatMap(({ at, when }) => {
      if (when === undefined) return [];
      const checked = checkCondition(when, NAMES);
      return checked.ok ? unknownFields(at, checked.value, parameters) : [wrong(at, checked.error)];
    }),
    ...texts.flatMap(({ at, value }) => {
      const { expressions, errors } = checkTexts(value, NAMES);
      return [
        ...errors.map((error) => wrong([at, ...error.path].join("."), error)),
        ...expressions.flatMap(({ path, program }) => unknownFields([at, ...path].join("."), program, parameters)),
      ];
    }),
  ];
}

function wrong(path: string, { message, offset }: { message: string; offset?: number }): Violation {
  const where = offset === undefined ? "" : ` (at character ${offset + 1} of the expression)`;
  const reason = `is not an expression that can be used: ${message.replace(/\.$/, "")}${where}`;
  return { path, reason, remedy: `It is CEL over ${NAMES.join(", ")}.`, severity: "error" };
}

/** Fields that an expression reads and that are never there. Only the first step off the way is told. */
function unknownFields(at: string, { identifiers }: CelProgram, parameters: unknown): Violation[] {
  const missing = [...identifiers.paths]
    .sort()
    .filter((path) => isUnknown(path, parameters))
    .filter((path, _, all) => !all.some((other) => other !== path && path.startsWith(`${other}.`)));
  return missing.map((path) => {
    const parent = path.split(".").slice(0, -1);
    const known = fieldsBelow(parent, parameters) ?? [];
    const nearest = nearestName(path.split(".").at(-1) ?? "", known);
    const remedy =
      nearest === undefined
        ? `There are ${known.join(", ") || "none"}.`
        : `Did you mean ${[...parent, nearest].join(".")}?`;
    return { path: at, reason: `reads ${path}, which is never there`, remedy, severity: "error" };
  });
}

function isUnknown(path: string, parameters: unknown): boolean {
  const parts = path.split(".");
  const known = parts.length < 2 ? undefined : fieldsBelow(parts.slice(0, -1), parameters);
  return known !== undefined && !known.includes(parts.at(-1) ?? "");
}

/** The fields that can stand below a name; `undefined` where nobody can tell. */
function fieldsBelow([root = "", ...path]: readonly string[], parameters: unknown): readonly string[] | undefined {
  switch (root) {
    case "environment":
      return path.length === 0 ? ["name", "production"] : undefined;
    case "cluster":
      return path.length === 0 ? ["name"] : undefined;
    case "parameters": {
      const names = parameterNames(parameters, path.join("."));
      return path.length === 0 || names.length > 0 ? names : undefined;
    }
    case "spec": {
      if (path[0] === "parameters") return fieldsBelow(path, parameters);
      const names = runtimeFields(path);
      return names.length > 0 ? names : undefined;
    }
    default:
      return undefined;
  }
}
