"use client";

import { Field, FieldGroup, Segments, TextInput } from "@fairlead/ui";
import type { FitQuestion } from "./form/question.ts";
import { sayViolation } from "./say-violation.ts";
import type { ServiceForm } from "./use-service-form.ts";

const ANSWERS = [
  { value: "no", label: "No" },
  { value: "yes", label: "Yes" },
] as const;

/** Whether it belongs on Kubernetes at all, before anything else is asked. */
export function FitQuestions({ service }: { service: ServiceForm }) {
  const { fit } = service.form;
  if (fit.length === 0) return null;
  return (
    <FieldGroup label="Does it belong here?">
      <ul className="overflow-clip rounded-field border border-line">
        {fit.map((question, at) => (
          <li key={question.ask} className="grid gap-2 border-line border-b px-3 py-2 last:border-b-0">
            <FitAnswer service={service} question={question} path={`fit.${at}`} />
          </li>
        ))}
      </ul>
    </FieldGroup>
  );
}

interface FitAnswerProps {
  service: ServiceForm;
  question: FitQuestion;
  path: string;
}

function FitAnswer({ service, question: { ask, yes, because }, path }: FitAnswerProps) {
  const given = service.fit.find((answer) => answer.ask === ask);
  const violation = service.sorted.atField.get(path);
  const goesOn = given?.yes === true && yes === "discourage";
  const error = violation && { reason: sayViolation(violation, { path, label: "This" }), remedy: violation.remedy };
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <span id={path} className="min-w-0 flex-1 basis-60">
          {ask}
        </span>
        <Segments
          name={path}
          labelledBy={path}
          value={given === undefined ? null : given.yes ? "yes" : "no"}
          onChange={(answer) => service.answerFit({ ask, yes: answer === "yes" })}
          choices={ANSWERS}
          invalid={error !== undefined && !goesOn}
        />
      </div>
      {error !== undefined && !goesOn && (
        <p className="text-bad text-label">
          {error.reason} {error.remedy}
        </p>
      )}
      {given?.yes === true && <p className="text-soft text-label">{because}</p>}
      {goesOn && (
        <Field
          label="Why it goes on all the same"
          {...(error === undefined ? { hint: "Kept with your name." } : { error })}
        >
          <TextInput
            name={`${path}.reason`}
            value={given.reason ?? ""}
            onChange={(reason) => service.answerFit({ ask, yes: true, reason })}
            maxLength={500}
          />
        </Field>
      )}
    </>
  );
}
