import * as z from "zod";
import { describeIssues } from "../document/describe-issues.ts";
import { type AnySchema, knownFields, schemasAt } from "../document/known-fields.ts";
import { nearestName } from "../document/nearest-name.ts";
import { checkRuntime } from "../document/service/check-runtime.ts";
import { runtimeSchema, serviceSchema } from "../document/service/spec.ts";
import type { FormField, TemplateDocument } from "../document/template.ts";
import type { Violation } from "../violation.ts";
import { isWithin } from "./is-within.ts";
import { parameterNames, parameterSchema } from "./parameter-fields.ts";
import { templateDefaults } from "./template-defaults.ts";

/** What a service says once, by itself: no question of a template. */
const NEVER_ASKED = ["spec.template", "spec.environments", "spec.managed"];

/**
 * Holds a template against the declaration that it narrows: the fields that it names must be there, and what it gives
 * must fit them. All that is wrong at once; paths are the template's own.
 *
 * @param environments the names of those that there are, where they are known
 */
export function checkTemplateFields(template: TemplateDocument, environments?: readonly string[]): Violation[] {
  return [...checkPaths(template), ...checkQuestions(template, environments), ...checkDefaults(template)];
}

function checkPaths({ spec }: TemplateDocument): Violation[] {
  const { form, locked = [], hidden = [], editableBy = {}, parameters } = spec;
  const asked = questions({ spec });
  const named = [
    ...asked.map(({ at, field }) => ({ at: `${at}.path`, path: field.path })),
    ...locked.map((path, index) => ({ at: `spec.locked.${index}`, path })),
    ...hidden.map((path, index) => ({ at: `spec.hidden.${index}`, path })),
    ...Object.keys(editableBy).map((path) => ({ at: `spec.editableBy.${path}`, path })),
  ];
  const missing = named.flatMap(({ at, path }) => {
    const remedy = missingField(path, parameters);
    return remedy === undefined ? [] : [error(at, `${path} is not a field of a declaration`, remedy)];
  });
  const never = asked
    .filter(({ field }) => NEVER_ASKED.includes(field.path))
    .map(({ at, field }) => error(`${at}.path`, `${field.path} is not a template's to ask`, "Take the question out."));
  const contradictory = asked
    .filter(({ field }) => hidden.some((path) => isWithin(field.path, path)))
    .map(({ at, field }) => error(`${at}.path`, `${field.path} is asked and hidden`, "Ask it, or hide it."));
  return form.length === 0 ? missing : [...missing, ...never, ...contradictory];
}

/** What to do about a path that leads nowhere; `undefined` where it leads somewhere. */
function missingField(path: string, parameters: unknown): string | undefined {
  const [root = "", ...rest] = path.split(".");
  if (root !== "parameters")
    return walk(
      path.split("."),
      (before) => knownFields(serviceSchema, before),
      (at) => schemasAt(serviceSchema, at).length > 0,
    );
  return walk(
    rest,
    (before) => parameterNames(parameters, before.join(".")),
    (at) => parameterSchema(parameters, at.join(".")) !== undefined,
    "parameters.",
  );
}

function walk(
  parts: readonly string[],
  known: (before: readonly string[]) => string[],
  exists: (at: readonly string[]) => boolean,
  prefix = "",
): string | undefined {
  const wrong = parts.findIndex((_, index) => !exists(parts.slice(0, index + 1)));
  if (wrong < 0) return undefined;
  const names = known(parts.slice(0, wrong));
  const nearest = nearestName(parts[wrong] ?? "", names);
  if (nearest !== undefined) return `Did you mean ${prefix}${[...parts.slice(0, wrong), nearest].join(".")}?`;
  const where = `${prefix}${parts.slice(0, wrong).join(".")}`.replace(/\.$/, "");
  return names.length === 0 ? `${where} has no fields of its own.` : `${where} has ${names.join(", ")}.`;
}

interface Question {
  field: FormField;
  /** Where it stands in the template. */
  at: string;
}

function questions({ spec }: Pick<TemplateDocument, "spec">): Question[] {
  return spec.form.flatMap(({ fields }, section) =>
    fields.map((field, index) => ({ field, at: `spec.form.${section}.fields.${index}` })),
  );
}

function checkQuestions(template: TemplateDocument, environments: readonly string[] | undefined): Violation[] {
  return questions(template).flatMap((question) => [...checkDefault(question), ...checkBounds(question, environments)]);
}

/** A parameter's default is held against its JSON Schema elsewhere. */
function checkDefault({ field: { path, default: value, bounds = {} }, at }: Question): Violation[] {
  if (value === undefined || path.startsWith("parameters.")) return [];
  const schemas = schemasAt(serviceSchema, path.split("."));
  const results = schemas.map((schema) => z.safeParse(schema, value, { reportInput: true }));
  const [first] = results;
  const wrong =
    first === undefined || results.some(({ success }) => success)
      ? []
      : describeIssues(first.error?.issues ?? [], `${at}.default`.split("."), schemas[0]);
  const { min, max } = bounds["*"] ?? {};
  const outside = typeof value === "number" && (value < (min ?? value) || value > (max ?? value));
  return outside
    ? [...wrong, error(`${at}.default`, `${value} is outside of its own bounds`, "Give a default within the bounds.")]
    : wrong;
}

function checkBounds(
  { field: { path, bounds = {} }, at }: Question,
  environments: readonly string[] | undefined,
): Violation[] {
  const entries = Object.entries(bounds);
  if (entries.length === 0) return [];
  const isNumber = path.startsWith("parameters.") || schemasAt(serviceSchema, path.split(".")).some(takesNumbers);
  const useless = isNumber
    ? []
    : [error(`${at}.bounds`, `${path} is not a number`, "Bounds go with numbers: take them out.")];
  const crossed = entries
    .filter(([, { min, max }]) => min !== undefined && max !== undefined && min > max)
    .map(([name]) =>
      error(`${at}.bounds.${name}.max`, "is lower than the minimum", "Raise the maximum, or lower the minimum."),
    );
  const unknown = entries
    .filter(([name]) => name !== "*" && environments !== undefined && !environments.includes(name))
    .map(([name]): Violation => {
      const nearest = nearestName(name, environments ?? []);
      const remedy = nearest === undefined ? "It holds once there is one; * means all." : `Did you mean ${nearest}?`;
      return { ...error(`${at}.bounds.${name}`, `there is no environment named ${name}`, remedy), severity: "warning" };
    });
  return [...useless, ...crossed, ...unknown];
}

function takesNumbers(schema: AnySchema): boolean {
  return [1, 10, 50].some((number) => z.safeParse(schema, number).success);
}

/** The defaults together: what they have to do with one another, but for what a question will still say. */
function checkDefaults(template: TemplateDocument): Violation[] {
  const asked = questions(template).map(({ field }) => field.path);
  const parsed = runtimeSchema.safeParse(templateDefaults(template), { reportInput: true });
  const found = parsed.success
    ? checkRuntime(parsed.data, "spec").filter(({ severity }) => severity === "error")
    : describeIssues(parsed.error.issues, ["spec"], runtimeSchema);
  return found
    .filter(({ path }) => !asked.some((question) => isWithin(path, question) || isWithin(question, path)))
    .map((violation) => ({ ...violation, path: `spec.defaults.${violation.path}` }));
}

function error(path: string, reason: string, remedy: string): Violation {
  return { path, reason, remedy, severity: "error" };
}
