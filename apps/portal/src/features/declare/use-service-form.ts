"use client";

import { type Actor, decideField, type FitAnswer, mergePatch } from "@fairlead/domain";
import { useState } from "react";
import type { CallViolation } from "../../browser/problem.ts";
import { useLatest } from "../../browser/use-latest.ts";
import { askPreview } from "./ask-preview.ts";
import { groupsOf } from "./controls/read-value.ts";
import { answer } from "./draft/answer.ts";
import { applyFix } from "./draft/apply-fix.ts";
import { type Group, readAt, writeAt } from "./draft/path.ts";
import { isSame } from "./draft/same.ts";
import { sortViolations } from "./draft/sort-violations.ts";
import { switchTemplate } from "./draft/start-draft.ts";
import { stripUnasked } from "./draft/strip-unasked.ts";
import { canDiffer, overridePath } from "./form/overrides.ts";
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
  /** A new service: its draft is kept in this tab, and what its template suggests is nobody's mistake. */
  isNew: boolean;
  /** Who writes it: some fields are for some roles only. */
  actor: Actor;
  /** The team whose roles count; the chosen owner where it is left out. */
  team?: string;
}

/** A declaration while it is written: answers, what they become, and what is wrong with them. */
export function useServiceForm({ forms, environments, start, isNew, actor, team }: ServiceFormOptions) {
  const { draft, setDraft, kept, forget } = useDraft(start, isNew);
  // The last environment is the strictest: what passes there passes everywhere.
  const [environment, setEnvironment] = useState(environments.at(-1)?.name ?? "");
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<{ draft: Group; violations: readonly CallViolation[] }>();
  const [mended, setMended] = useState<{ label: string; before: Group; after: Group }>();

  const template = readAt(draft, "spec.template");
  const form = forms.find((each) => each.template === template) ?? forms[0];
  if (form === undefined) throw new Error("A form needs a template.");
  const { isAsked, unasked } = useAsked(form, draft);
  const { fit: _, ...declared } = stripUnasked(draft, unasked);
  const document: Group = declared;
  const fit = fitAnswers(draft, form);
  const latest = useLatest(JSON.stringify([document, environment]), (signal) =>
    askPreview(document, environment, signal),
  );
  const changed = useChanged(latest.answer?.manifests, `${environment} ${form.template}`);

  const fields = [
    ...COMMON,
    ...form.fit.map((_question, at) => `fit.${at}`),
    ...form.sections.flatMap(({ questions }) => questions.filter(isAsked).map(({ path }) => path)),
    ...environments.flatMap(({ name }) =>
      form.sections.flatMap(({ questions }) =>
        questions
          .filter((question) => isAsked(question) && canDiffer(question))
          .map(({ path }) => overridePath(name, path)),
      ),
    ),
  ];
  // What a save was refused for holds until something is answered otherwise.
  const fromSave = refused?.draft === draft ? refused.violations : [];
  const sorted = sortViolations({
    violations: withoutTwins([...(latest.answer?.violations ?? []), ...fromSave]),
    fields,
    draft,
    environment,
    wasSeen: (field) => refused !== undefined || seen.has(field),
    isSuggested: (field) => isNew && isSuggested(form, draft, field),
  });
  const see = (path: string) => {
    if (!seen.has(path)) setSeen(new Set(seen).add(path));
  };

  return {
    draft,
    isNew,
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
    /** What a field shows: the answer over what holds without one. */
    valueOf({ path, byDefault }: Pick<Question, "path" | "byDefault">): unknown {
      const answered = readAt(draft, path);
      return answered === undefined ? byDefault : mergePatch(byDefault, answered, path.split(".").at(-1));
    },
    /** Why this person may not answer a question. */
    refusalOf({ editableBy }: Pick<Question, "editableBy">): string | undefined {
      if (editableBy === undefined) return undefined;
      const owner = team ?? readAt(draft, "spec.owner");
      const decision = decideField(actor, editableBy, typeof owner === "string" ? owner : "the owner");
      return decision.allowed ? undefined : decision.reason;
    },
    give(path: string, value: unknown) {
      see(path);
      setDraft(answer(draft, form, path, value));
    },
    /** Writes as it is, the template's default or not. */
    write: (path: string, value: unknown) => setDraft(writeAt(draft, path, value)),
    fix(fix: Fix) {
      const after = applyFix(draft, fix, environment);
      setMended({ label: fix.label, before: draft, after });
      setDraft(after);
    },
    /** The fix that was applied last, as long as nothing was answered since. */
    mended: mended?.after === draft ? { label: mended.label, undo: () => setDraft(mended.before) } : undefined,
    chooseTemplate(reference: string) {
      const next = forms.find((each) => each.template === reference);
      if (next !== undefined) setDraft(switchTemplate(draft, next));
    },
    fit,
    answerFit(given: FitAnswer) {
      const others = fit.filter(({ ask }) => ask !== given.ask);
      setDraft({ ...draft, fit: [...others, given] });
    },
    /** The answer that ends it: this does not belong on Kubernetes. */
    forbidding: form.fit.find(({ ask, yes }) => yes === "forbid" && fit.some((each) => each.ask === ask && each.yes)),
    refuse: (violations: readonly CallViolation[]) => setRefused({ draft, violations }),
  };
}
export type ServiceForm = ReturnType<typeof useServiceForm>;

function isSuggested(form: Form, draft: Group, field: string): boolean {
  const own = readAt(draft, field);
  const byDefault = readAt({ spec: form.defaults }, field);
  return byDefault !== undefined && (own === undefined || isSame(own, byDefault));
}

/** The answers to the questions whether it belongs on Kubernetes, kept beside the declaration and never in it. */
function fitAnswers({ fit }: Group, form: Form): FitAnswer[] {
  return groupsOf(fit).flatMap(({ ask, yes, reason }) => {
    if (typeof ask !== "string" || typeof yes !== "boolean" || !form.fit.some((each) => each.ask === ask)) return [];
    return [{ ask, yes, ...(typeof reason === "string" ? { reason } : {}) }];
  });
}

/** The save and the preview say the same things; each is shown once. */
function withoutTwins(violations: readonly CallViolation[]): CallViolation[] {
  return violations.filter(
    ({ path, reason, object }, at) =>
      violations.findIndex((other) => other.path === path && other.reason === reason && other.object === object) === at,
  );
}
