"use client";

import { Field, Select, TextInput } from "@fairlead/ui";
import { answerOf, textOf } from "./controls/read-value.ts";
import { readAt } from "./draft/path.ts";
import { FitQuestions } from "./fit-questions.tsx";
import type { Form } from "./form/question.ts";
import { sayViolation } from "./say-violation.ts";
import { TemplateChoice } from "./template-choice.tsx";
import type { ServiceForm } from "./use-service-form.ts";

/** A team in whose name this person may declare. */
export interface OwnerOption {
  team: string;
  title: string;
  /** What this person is in it. */
  note: string;
}

export interface CommonQuestionsProps {
  service: ServiceForm;
  forms: readonly Form[];
  owners: readonly OwnerOption[];
  /** It exists already: its name and template stay. */
  exists: boolean;
}

/** What every service is asked, whatever its template. */
export function CommonQuestions({ service, forms, owners, exists }: CommonQuestionsProps) {
  const { draft, give, see, sorted, pending } = service;
  const text = (path: string) => textOf(readAt(draft, path));
  const errorAt = (path: string, label: string) => {
    const violation = sorted.atField.get(path);
    return violation === undefined
      ? {}
      : { error: { reason: sayViolation(violation, { path, label }), remedy: violation.remedy } };
  };
  const owner = owners.find(({ team }) => team === text("spec.owner"));
  return (
    <>
      {!exists && <TemplateChoice service={service} forms={forms} />}
      {!exists && <FitQuestions service={service} />}
      <div className="grid gap-4 tablet:grid-cols-2">
        {!exists && (
          // biome-ignore lint/a11y/noStaticElementInteractions: listens only to focus that leaves
          <div onBlur={() => see("metadata.name")}>
            <Field
              label="Name"
              hint="Becomes its address and cannot change later."
              {...errorAt("metadata.name", "Name")}
            >
              <TextInput
                name="metadata.name"
                value={text("metadata.name")}
                onChange={(name) => give("metadata.name", answerOf(name))}
                mono
                maxLength={200}
                good={!pending && text("metadata.name") !== "" && !sorted.atField.has("metadata.name")}
              />
            </Field>
          </div>
        )}
        <Field label="Owner" custom hint={owner?.note} {...errorAt("spec.owner", "Owner")}>
          <Select
            name="spec.owner"
            value={text("spec.owner") || null}
            onChange={(team) => give("spec.owner", team)}
            options={owners.map(({ team, title }) => ({
              value: team,
              label: team,
              ...(title === team ? {} : { hint: title }),
            }))}
          />
        </Field>
        <div className={exists ? "" : "tablet:col-span-2"}>
          <Field
            label="What it does"
            hint="One sentence that somebody at 3 a.m. understands."
            {...errorAt("metadata.description", "What it does")}
          >
            <TextInput
              name="metadata.description"
              value={text("metadata.description")}
              onChange={(description) => give("metadata.description", answerOf(description))}
              maxLength={2000}
            />
          </Field>
        </div>
      </div>
    </>
  );
}
