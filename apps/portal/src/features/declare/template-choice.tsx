"use client";

import { ChoiceCards } from "@fairlead/ui";
import type { Form } from "./form/question.ts";
import type { ServiceForm } from "./use-service-form.ts";

/** What kind of thing it is: the first question. What does not run here stands last. */
export function TemplateChoice({ service, forms }: { service: ServiceForm; forms: readonly Form[] }) {
  const inOrder = forms.toSorted((a, b) => Number(a.offPlatform) - Number(b.offPlatform));
  return (
    <ChoiceCards
      name="template"
      label="Template"
      value={service.form.template}
      onChange={service.chooseTemplate}
      choices={inOrder.map(({ template, title, description }) => ({ value: template, title, detail: description }))}
    />
  );
}
