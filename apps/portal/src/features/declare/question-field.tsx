"use client";

import { Field, FieldGroup } from "@fairlead/ui";
import type { CallViolation } from "../../browser/problem.ts";
import { AnswerControl } from "./controls/answer-control.tsx";
import { PortsControl } from "./controls/ports-control.tsx";
import { textOf } from "./controls/read-value.ts";
import type { Control, Question } from "./form/question.ts";
import type { Fix } from "./preview-view.ts";
import { type MendedAt, sayViolation } from "./say-violation.ts";

/** Controls of several fields, which take the whole width. */
const SEVERAL = ["hosts", "needs", "variables", "scratch", "json"] as const satisfies readonly Control["kind"][];

export interface QuestionFieldProps {
  question: Question;
  value: unknown;
  onAnswer: (value: unknown) => void;
  /** Somebody has been here. */
  onLeave: () => void;
  violation: CallViolation | undefined;
  onFix: (fix: Fix) => void;
  good: boolean;
}

/** One question with its answer, why it is asked, and what is wrong with it. */
export function QuestionField({ question, value, onAnswer, onLeave, violation, onFix, good }: QuestionFieldProps) {
  const { control, label, path } = question;
  const hint = question.help;
  const error = violation && toFieldError(violation, { path, label }, onFix);
  const shown = { label, ...(hint === undefined ? {} : { hint }), ...(error === undefined ? {} : { error }) };
  const several = isSeveral(control.kind);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens only to focus that leaves; nothing here is pressed
    <div onBlur={onLeave} className={several ? "tablet:col-span-full" : ""}>
      {question.locked ? (
        <FieldGroup {...shown} hint="The template decides this.">
          <p className="text-soft">{textOf(value) || JSON.stringify(value)}</p>
        </FieldGroup>
      ) : control.kind === "ports" ? (
        <PortsControl value={value} onAnswer={onAnswer} {...shown} />
      ) : several ? (
        <FieldGroup {...shown}>
          <AnswerControl name={path} control={control} value={value} onAnswer={onAnswer} />
        </FieldGroup>
      ) : (
        <Field {...shown} custom={control.kind === "choice"}>
          <AnswerControl name={path} control={control} value={value} onAnswer={onAnswer} good={good} />
        </Field>
      )}
    </div>
  );
}

function isSeveral(kind: Control["kind"]): boolean {
  return SEVERAL.some((several) => several === kind);
}

/** A button says what mends it better than a sentence. */
function toFieldError(violation: CallViolation, field: MendedAt, onFix: (fix: Fix) => void) {
  const { fix, remedy } = violation;
  const reason = sayViolation(violation, field);
  return fix === undefined ? { reason, remedy } : { reason, fix: { label: fix.label, onFix: () => onFix(fix) } };
}
