import type { Form } from "../form/question.ts";
import { API_VERSION } from "./api-version.ts";
import { type Group, isGroup, readAt, writeAt } from "./path.ts";

/** A declaration in which nothing is answered yet: it runs in all environments. */
export function startDraft(form: Form, owner: string | undefined, environments: readonly string[]): Group {
  const draft = {
    apiVersion: API_VERSION,
    kind: "Service",
    metadata: {},
    spec: {
      template: form.template,
      ...(owner === undefined ? {} : { owner }),
      environments: Object.fromEntries(environments.map((name) => [name, {}])),
    },
  };
  return prefill(draft, form);
}

/** Of the answers so far those that another template asks too; what it hides or never asks is not kept. */
export function switchTemplate(draft: Group, form: Form): Group {
  const asked = form.sections.flatMap(({ questions }) => questions.map(({ path }) => path));
  const { environments } = isGroup(draft.spec) ? draft.spec : {};
  const kept = ["spec.owner", "spec.system", ...asked.filter((path) => !OF_THE_TEMPLATE.test(path))];
  const empty: Group = {
    apiVersion: API_VERSION,
    kind: "Service",
    metadata: isGroup(draft.metadata) ? draft.metadata : {},
    spec: { template: form.template, environments },
  };
  const answered = kept.reduce((next, path) => {
    const value = readAt(draft, path);
    return value === undefined ? next : writeAt(next, path, value);
  }, empty);
  return prefill(answered, form);
}

/** Answers that mean something in one template only: which ports there are, how health is asked, which sizes exist. */
const OF_THE_TEMPLATE = /^spec\.(ports|health|size|parameters|expose)(\.|$)/;

function prefill(draft: Group, form: Form): Group {
  return form.prefilled.reduce(
    (next, { path, value }) => (readAt(next, path) === undefined ? writeAt(next, path, value) : next),
    draft,
  );
}
