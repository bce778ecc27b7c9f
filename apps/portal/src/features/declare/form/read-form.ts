import {
  API_VERSION,
  type FormField,
  resolveSpec,
  type ServiceDocument,
  type TemplateDocument,
} from "@fairlead/domain";
import { readAt } from "../draft/path.ts";
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
    prefilled: fields.flatMap(({ path, default: value }) =>
      value === undefined ? [] : [{ path: documentPath(path), value }],
    ),
  };
}

function toQuestion(field: FormField, template: TemplateDocument, defaults: Form["defaults"]): Question {
  const path = documentPath(field.path);
  return {
    path,
    label: field.label ?? field.path,
    help: field.help,
    control: controlOf(field.path, template),
    required: field.required ?? false,
    more: field.more ?? false,
    when: field.when,
    byDefault: readAt({ spec: defaults }, path),
    locked: (template.spec.locked ?? []).some((locked) => covers(locked, field.path)),
  };
}

/** A template's own questions are kept apart in the declaration. */
function documentPath(path: string): string {
  return path.startsWith("parameters.") ? `spec.${path}` : path;
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
  return resolved.ok ? resolved.value : {};
}
