import {
  API_VERSION,
  documentPath,
  type FormField,
  type Role,
  resolveSpec,
  type ServiceDocument,
  type TemplateDocument,
  templateDefaults,
} from "@fairlead/domain";
import { isGroup, readAt } from "../draft/path.ts";
import { controlOf } from "./control-of.ts";
import type { Form, Question } from "./question.ts";

/** What a template asks, with what holds where nobody answers. */
export function readForm(template: TemplateDocument): Form {
  const { metadata, spec } = template;
  const defaults = defaultsOf(template);
  const fields = spec.form.flatMap((section) => section.fields);
  return {
    template: `${metadata.name}@${metadata.version}`,
    title: metadata.title,
    description: metadata.description,
    sections: spec.form.map(({ section, fields }) => ({
      title: section,
      questions: fields
        .filter(({ path }) => !(spec.hidden ?? []).some((hidden) => covers(hidden, path)))
        .map((field) => toQuestion(field, template, defaults)),
    })),
    defaults,
    offPlatform: spec.workload === "None" && (spec.extras ?? []).length === 0,
    fit: spec.fit ?? [],
    prefilled: fields.flatMap(({ path, default: value }) =>
      value === undefined ? [] : [{ path: documentPath(path), value }],
    ),
  };
}

function toQuestion(field: FormField, template: TemplateDocument, defaults: Form["defaults"]): Question {
  const path = documentPath(field.path);
  const editableBy = rolesFor(template, field.path);
  return {
    path,
    label: field.label ?? titleOf(field.path, template),
    help: field.help,
    control: controlOf(field.path, template),
    required: field.required ?? false,
    more: field.more ?? false,
    when: field.when,
    byDefault: readAt({ spec: defaults }, path),
    locked: editableBy === undefined && (template.spec.locked ?? []).some((locked) => covers(locked, field.path)),
    editableBy,
    bounds: field.bounds && sayBounds(field.bounds),
  };
}

/** The roles that may answer a question, or the whole that it is a part of; undefined where everybody may. */
function rolesFor({ spec: { editableBy = {} } }: TemplateDocument, path: string): readonly Role[] | undefined {
  const [, roles] = Object.entries(editableBy).find(([restricted]) => covers(restricted, path)) ?? [];
  return roles;
}

/** Such as “3 to 10 in prod, at most 50”. */
function sayBounds(bounds: NonNullable<FormField["bounds"]>): string {
  return Object.entries(bounds)
    .map(([environment, { min, max }]) => {
      const range =
        min !== undefined && max !== undefined
          ? `${min} to ${max}`
          : min === undefined
            ? `at most ${max}`
            : `at least ${min}`;
      return environment === "*" ? range : `${range} in ${environment}`;
    })
    .join(", ");
}

/** A parameter is called as its schema says; any other field by its path. */
function titleOf(path: string, { spec }: TemplateDocument): string {
  const title = readAt(spec.parameters, `properties.${path.replace(/^parameters\./, "")}.title`);
  return typeof title === "string" ? title : path;
}

function covers(outer: string, path: string): boolean {
  return path === outer || path.startsWith(`${outer}.`);
}

/** What a declaration without answers becomes, from the function that rendering uses. */
function defaultsOf(template: TemplateDocument): Form["defaults"] {
  const { name, version } = template.metadata;
  const empty: ServiceDocument = {
    apiVersion: API_VERSION,
    kind: "Service",
    metadata: { name: "unnamed" },
    spec: { template: `${name}@${version}`, owner: "nobody" },
  };
  const resolved = resolveSpec(empty, template, "");
  if (resolved.ok) return resolved.value;
  // A template may leave open what has no good default, such as when a job runs.
  const open = templateDefaults(template);
  return isGroup(open) ? open : {};
}
