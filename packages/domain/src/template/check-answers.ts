import { type ResolvedSpec, resolveSpec } from "../document/resolve-spec.ts";
import type { ServiceDocument } from "../document/service/spec.ts";
import type { FormField, TemplateDocument } from "../document/template.ts";
import type { Violation } from "../violation.ts";
import { isEqualJson } from "./is-equal-json.ts";
import { layeredSpec } from "./layered-spec.ts";
import { takeOut } from "./take-out.ts";
import { documentPath, specPath, templateDefaults } from "./template-defaults.ts";
import { patchAt, valueAt } from "./value-at.ts";

/**
 * Whether a question's `when`, a CEL expression, holds for a declaration; undefined where that cannot be told yet, as
 * long as nobody knows the cluster. The engine comes from outside.
 */
export type Holds = (when: string, spec: ResolvedSpec, environment: string) => boolean | undefined;

/**
 * Holds a declaration against its template: what it must answer, what it may not, and within which bounds, in each of
 * the environments given. Sizes are checked by `resolveSpec`, which also says what else keeps it from being resolved.
 * A field that `editableBy` opens to some roles is not judged here: that takes knowing who changed it.
 */
export function checkAnswers(
  service: ServiceDocument,
  template: TemplateDocument,
  environments: readonly string[],
  holds: Holds,
): Violation[] {
  const everywhere = [...hiddenAnswers(service, template), ...lockedAnswers(service, template)];
  const each = environments.flatMap((environment) => {
    const resolved = resolveSpec(service, template, environment);
    if (!resolved.ok) return [];
    const asked = template.spec.form
      .flatMap(({ fields }) => fields)
      .filter(({ when }) => when === undefined || holds(when, resolved.value, environment) === true);
    const document = { metadata: service.metadata, spec: { ...service.spec, ...resolved.value } };
    return asked.flatMap((field) => [
      ...missingAnswer(field, document),
      ...outOfBounds(field, document, { service, template, environment }),
    ]);
  });
  return distinct([...everywhere, ...each]);
}

function missingAnswer(field: FormField, document: unknown): Violation[] {
  if (!field.required || !isNothing(valueAt(document, documentPath(field.path)))) return [];
  const remedy = field.help ?? `Answer “${field.label ?? field.path}”.`;
  return [{ path: documentPath(field.path), reason: "is missing", remedy, severity: "error" }];
}

function outOfBounds(
  { path, bounds = {} }: FormField,
  document: unknown,
  { service, template, environment }: { service: ServiceDocument; template: TemplateDocument; environment: string },
): Violation[] {
  const at = documentPath(path);
  const value = valueAt(document, at);
  if (typeof value !== "number") return [];
  const inside = specPath(path);
  const ownPath = `spec.environments.${environment}.${inside}`;
  const isOwn = valueAt(service, ownPath) !== undefined;
  const who = `${template.metadata.name} in ${environment}`;
  return ["*", environment].flatMap((key): Violation[] => {
    const { min, max } = Object.hasOwn(bounds, key) ? (bounds[key] ?? {}) : {};
    const bound = min !== undefined && value < min ? min : max !== undefined && value > max ? max : undefined;
    if (bound === undefined) return [];
    const [relation, remedy] = bound === min ? ["less than", "at least"] : ["more than", "at most"];
    return [
      {
        path: isOwn ? ownPath : at,
        reason: `is ${value}, ${relation} the ${bound} that goes with ${who}`,
        remedy: `Give ${remedy} ${bound}.`,
        severity: "error",
        fix: {
          label: `Use ${bound} in ${environment}`,
          patch: patchAt(`environments.${environment}.${inside}`, bound),
        },
      },
    ];
  });
}

function hiddenAnswers(service: ServiceDocument, template: TemplateDocument): Violation[] {
  return otherThanDefault(service, template, template.spec.hidden ?? []).map((path) => ({
    path,
    reason: `is not something that ${template.metadata.name} offers`,
    remedy: "Take it out, or choose a template that offers it.",
    severity: "error",
    ...(path.startsWith("spec.") ? { fix: takeOut(path) } : {}),
  }));
}

function lockedAnswers(service: ServiceDocument, template: TemplateDocument): Violation[] {
  const { locked = [], editableBy = {} } = template.spec;
  const closed = locked.filter((path) => !Object.hasOwn(editableBy, path));
  return otherThanDefault(service, template, closed).map((path) => ({
    path,
    reason: `is decided by ${template.metadata.name}`,
    remedy: "Take it out; ask the template's owner if it does not fit.",
    severity: "error",
    ...(path.startsWith("spec.") ? { fix: takeOut(path) } : {}),
  }));
}

/**
 * Where a declaration says something else than the template does, at paths that are not its to say. By what holds in
 * the end: an environment may also take a field away.
 */
function otherThanDefault(service: ServiceDocument, template: TemplateDocument, paths: readonly string[]): string[] {
  const places = [undefined, ...Object.keys(service.spec.environments ?? {})];
  const defaults = templateDefaults(template);
  return paths.flatMap((path) => {
    if (path.startsWith("metadata.")) return valueAt(service, path) === undefined ? [] : [path];
    const inside = specPath(path);
    const holds = (place?: string) => valueAt(layeredSpec(service, template, place), inside);
    const decided = valueAt(defaults, inside);
    // What is said for all is told once; an environment only where it says something of its own.
    return places
      .filter((place) => !isEqualJson(holds(place), place === undefined ? decided : holds()))
      .filter((place) => !isEqualJson(holds(place), decided))
      .map((place) => `spec.${place === undefined ? "" : `environments.${place}.`}${inside}`);
  });
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

/** The same thing is wrong in several environments: said once. */
function distinct(violations: readonly Violation[]): Violation[] {
  return [...new Map(violations.map((one) => [`${one.path} ${one.reason}`, one])).values()];
}
