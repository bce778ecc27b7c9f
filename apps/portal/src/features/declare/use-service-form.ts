"use client";

import { useState } from "react";
import type { CallViolation } from "../../browser/problem.ts";
import { useLatest } from "../../browser/use-latest.ts";
import { askPreview } from "./ask-preview.ts";
import { answer } from "./draft/answer.ts";
import { applyFix } from "./draft/apply-fix.ts";
import { type Group, readAt, writeAt } from "./draft/path.ts";
import { sortViolations } from "./draft/sort-violations.ts";
import { switchTemplate } from "./draft/start-draft.ts";
import { stripUnasked } from "./draft/strip-unasked.ts";
import { OVERRIDES, overridePath } from "./form/overrides.ts";
import type { Form, Question } from "./form/question.ts";
import type { Fix } from "./preview-view.ts";
import { useAsked } from "./use-asked.ts";
import { useChanged } from "./use-changed.ts";
import { useDraft } from "./use-draft.ts";

/** Fields that every service has, whatever its template. */
const COMMON = [
  "metadata.name",
  "metadata.title",
  "metadata.description",
  "spec.owner",
  "spec.template",
  "spec.environments",
];

export interface ServiceFormOptions {
  forms: readonly Form[];
  environments: readonly { name: string }[];
  start: Group;
  /** Keep the draft in this tab. */
  keep: boolean;
}

/** A declaration while it is written: answers, what they become, and what is wrong with them. */
export function useServiceForm({ forms, environments, start, keep }: ServiceFormOptions) {
  const { draft, setDraft, kept, forget } = useDraft(start, keep);
  // The last environment is the strictest: what passes there passes everywhere.
  const [environment, setEnvironment] = useState(environments.at(-1)?.name ?? "");
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<{ draft: Group; violations: readonly CallViolation[] }>();

  const template = readAt(draft, "spec.template");
  const form = forms.find((each) => each.template === template) ?? forms[0];
  if (form === undefined) throw new Error("A form needs a template.");
  const isAsked = useAsked(form, draft);
  const document = stripUnasked(draft, form, isAsked);
  const latest = useLatest(JSON.stringify([document, environment]), (signal) =>
    askPreview(document, environment, signal),
  );
  const changed = useChanged(latest.answer?.manifests, `${environment} ${form.template}`);

  const fields = [
    ...COMMON,
    ...form.sections.flatMap(({ questions }) => questions.filter(isAsked).map(({ path }) => path)),
    ...environments.flatMap(({ name }) => OVERRIDES.map((override) => overridePath(name, override))),
  ];
  // What a save was refused for holds until something is answered otherwise.
  const fromSave = refused?.draft === draft ? refused.violations : [];
  const sorted = sortViolations({
    violations: withoutTwins([...(latest.answer?.violations ?? []), ...fromSave]),
    fields,
    draft,
    environment,
    wasSeen: (field) => refused !== undefined || seen.has(field),
  });
  const see = (path: string) => {
    if (!seen.has(path)) setSeen(new Set(seen).add(path));
  };

  return {
    draft,
    kept,
    forget,
    form,
    document,
    environment,
    setEnvironment,
    preview: latest.answer,
    pending: latest.pending,
    problem: latest.problem,
    changed,
    sorted,
    isAsked,
    see,
    /** What a field shows: the answer, else what holds without one. */
    valueOf: ({ path, byDefault }: Pick<Question, "path" | "byDefault">) => readAt(draft, path) ?? byDefault,
    give(path: string, value: unknown) {
      see(path);
      setDraft(answer(draft, form, path, value));
    },
    /** Writes as it is, the template's default or not. */
    write: (path: string, value: unknown) => setDraft(writeAt(draft, path, value)),
    fix: (fix: Fix) => setDraft(applyFix(draft, fix)),
    chooseTemplate(reference: string) {
      const next = forms.find((each) => each.template === reference);
      if (next !== undefined) setDraft(switchTemplate(draft, next));
    },
    refuse: (violations: readonly CallViolation[]) => setRefused({ draft, violations }),
  };
}
export type ServiceForm = ReturnType<typeof useServiceForm>;

/** The save and the preview say the same things; each is shown once. */
function withoutTwins(violations: readonly CallViolation[]): CallViolation[] {
  return violations.filter(
    ({ path, reason, object }, at) =>
      violations.findIndex((other) => other.path === path && other.reason === reason && other.object === object) === at,
  );
}
