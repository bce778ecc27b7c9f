"use client";

import { Field, FieldGroup, Select } from "@fairlead/ui";
import { useState } from "react";
import { AnswerControl } from "./controls/answer-control.tsx";
import { isWide } from "./controls/is-wide.ts";
import { isGroup, readAt, writeAt } from "./draft/path.ts";
import { differsOften, overridePath } from "./form/overrides.ts";
import type { Question } from "./form/question.ts";
import { sayAnswer } from "./say-answer.ts";
import { sayViolation } from "./say-violation.ts";
import type { ServiceForm } from "./use-service-form.ts";

export interface PlaceAnswersProps {
  service: ServiceForm;
  environment: { name: string; title: string };
  /** Those that may differ. */
  questions: readonly Question[];
}

/** What an environment answers otherwise: what often differs at once, the rest when somebody asks for it. */
export function PlaceAnswers({ service, environment, questions }: PlaceAnswersProps) {
  const [added, setAdded] = useState<readonly string[]>([]);
  const isShown = (question: Question) =>
    differsOften(question) ||
    added.includes(question.path) ||
    readAt(service.draft, overridePath(environment.name, question.path)) !== undefined;
  const more = questions.filter((question) => !isShown(question));
  return (
    <div className="grid gap-3 pb-2 tablet:grid-cols-3">
      {questions.filter(isShown).map((question) => (
        <PlaceAnswer key={question.path} service={service} environment={environment} question={question} />
      ))}
      {more.length > 0 && (
        <div className="content-end tablet:col-start-1">
          <Select
            name={`differs-in-${environment.name}`}
            aria-label={`Something else differs in ${environment.title}`}
            value={null}
            placeholder="Something else differs…"
            options={more.map(({ path, label }) => ({ value: path, label }))}
            onChange={(path) => setAdded([...added, path])}
          />
        </div>
      )}
    </div>
  );
}

/** No size is called so: a size begins with a letter. */
const AS_ABOVE = "-";

interface PlaceAnswerProps {
  service: ServiceForm;
  environment: { name: string; title: string };
  question: Question;
}

function PlaceAnswer({ service, environment, question }: PlaceAnswerProps) {
  const { control } = question;
  const path = overridePath(environment.name, question.path);
  const own = readAt(service.draft, path);
  const label = `${question.label} in ${environment.title}`;
  const above = `as above: ${sayAnswer(service.valueOf(question), control)}`;
  const violation = service.sorted.atField.get(path);
  const fix = violation?.fix;
  const error = violation && {
    reason: sayViolation(violation, { path, label }),
    ...(fix === undefined
      ? { remedy: violation.remedy }
      : { fix: { label: fix.label, onFix: () => service.fix(fix) } }),
  };
  // An environment's own answer counts even where it says the same as the answer for all: that one may change.
  const write = (value: unknown) => {
    service.see(path);
    const place = `spec.environments.${environment.name}`;
    const group = readAt(service.draft, place);
    service.write(place, writeAt(isGroup(group) ? group : {}, question.path.replace(/^spec\./, ""), value));
  };
  const shown = { label, ...(error === undefined ? {} : { error }) };
  if (control.kind === "ports") return null;
  if (isWide(control.kind)) {
    return (
      <div className="tablet:col-span-full">
        <FieldGroup {...shown} {...(own === undefined ? { hint: above } : {})}>
          <AnswerControl name={path} control={control} value={own} onAnswer={write} />
        </FieldGroup>
      </div>
    );
  }
  if (control.kind === "choice") {
    const options = control.options.map((option) => ({ ...option, value: String(option.value) }));
    return (
      <Field {...shown} custom>
        <Select
          name={path}
          value={own === undefined ? AS_ABOVE : String(own)}
          onChange={(chosen) =>
            write(
              chosen === AS_ABOVE ? undefined : control.options.find(({ value }) => String(value) === chosen)?.value,
            )
          }
          options={[{ value: AS_ABOVE, label: above }, ...options]}
        />
      </Field>
    );
  }
  return (
    <Field {...shown} custom={control.kind === "port"} {...(own === undefined ? { hint: above } : {})}>
      <AnswerControl name={path} control={control} value={own} onAnswer={write} />
    </Field>
  );
}
