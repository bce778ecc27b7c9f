import type { TemplateDocument } from "../document/template.ts";
import { isEqualJson } from "./is-equal-json.ts";
import { parameterNames } from "./parameter-fields.ts";

export interface SuggestedVersion {
  version: string;
  /** Why this number rises, as the end of a sentence. */
  because: string;
}

/**
 * The version that a changed template should get: the first number where a declaration that was right may not be any
 * more, the second where something comes out differently or more can be answered, the third where only words changed.
 */
export function suggestVersion(before: TemplateDocument, after: TemplateDocument): SuggestedVersion | undefined {
  const [major = 0, minor = 0, patch = 0] = before.metadata.version.split(".").map(Number);
  const [breaking] = breakingChanges(before, after);
  if (breaking !== undefined) return { version: `${major + 1}.0.0`, because: breaking };
  if (!isEqualJson(withoutWords(before), withoutWords(after)))
    return { version: `${major}.${minor + 1}.0`, because: "what services get, or can answer, changes" };
  const { version, ...words } = after.metadata;
  const { version: _, ...oldWords } = before.metadata;
  if (isEqualJson(words, oldWords) && isEqualJson(before.spec, after.spec)) return undefined;
  return { version: `${major}.${minor}.${patch + 1}`, because: "only words change" };
}

function breakingChanges({ spec: old }: TemplateDocument, { spec: now }: TemplateDocument): string[] {
  const fields = (spec: typeof now) => spec.form.flatMap((section) => section.fields);
  const wasRequired = new Set(fields(old).flatMap(({ path, required }) => (required ? [path] : [])));
  const required = fields(now).filter(({ path, required, when }) => required && !when && !wasRequired.has(path));
  return [
    ...(old.workload === now.workload ? [] : [`it makes a ${now.workload} instead of a ${old.workload}`]),
    ...gone(Object.keys(old.sizes), Object.keys(now.sizes)).map((name) => `the size ${name} is gone`),
    ...gone(parameterNames(old.parameters), parameterNames(now.parameters)).map((name) => `parameters.${name} is gone`),
    ...required.map(({ path }) => `${path} must be answered now`),
    ...gone(now.hidden ?? [], old.hidden ?? []).map((path) => `${path} is not offered any more`),
    ...gone(now.locked ?? [], old.locked ?? []).map((path) => `${path} is locked now`),
  ];
}

function gone(names: readonly string[], from: readonly string[]): string[] {
  return names.filter((name) => !from.includes(name));
}

/** What decides over objects and answers; labels, helps and titles are for people. */
function withoutWords({ spec }: TemplateDocument): unknown {
  const form = spec.form.map(({ fields }) => fields.map(({ label, help, example, more, ...rest }) => rest));
  return { ...spec, form };
}
