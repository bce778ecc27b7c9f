"use client";

import { Field, FieldGroup } from "@fairlead/ui";
import type { ReactNode } from "react";
import type { CallViolation } from "../../browser/problem.ts";
import { AnswerControl } from "./controls/answer-control.tsx";
import { textOf } from "./controls/read-value.ts";
import type { Control, Question } from "./form/question.ts";
import type { Fix } from "./preview-view.ts";
import { sayViolation } from "./say-violation.ts";

/** Controls of several fields, which take the whole width. */
const SEVERAL = ["hosts", "needs", "variables", "scratch"] as const satisfies readonly Control["kind"][];

export interface QuestionFieldProps {
  question: Question;
  value: unknown;
  onAnswer: (value: unknown) => void;
  /** Somebody has been here. */
  onLeave: () => void;
  violation: CallViolation | undefined;
  onFix: (fix: Fix) => void;
  good: boolean;
  hint?: ReactNode;
}

/** One question with its answer, why it is asked, and what is wrong with it. */
export function QuestionField(props: QuestionFieldProps) {
  const { question, value, onAnswer, onLeave, violation, onFix, good } = props;
  const { control, label, path } = question;
  const hint = props.hint ?? question.help;
  const error = violation && toFieldError(violation, label, onFix);
  const shown = { label, ...(hint === undefined ? {} : { hint }), ...(error === undefined ? {} : { error }) };
  const several = isSeveral(control.kind);
  const body = question.locked ? (
    <p className="text-soft">{textOf(value) || JSON.stringify(value)} (the template decides this)</p>
  ) : (
    <AnswerControl name={path} control={control} value={value} onAnswer={onAnswer} good={good} />
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens only to focus that leaves; nothing here is pressed
    <div
      onBlur={onLeave}
      className={several ? "tablet:col-span-full" : control.kind === "json" ? "tablet:col-span-2" : ""}
    >
      {several || control.kind === "ports" ? (
        <FieldGroup {...shown}>{body}</FieldGroup>
      ) : (
        <Field {...shown} custom={control.kind === "choice"}>
          {body}
        </Field>
      )}
    </div>
  );
}

function isSeveral(kind: Control["kind"]): boolean {
  return SEVERAL.some((several) => several === kind);
}

/** A button says what mends it better than a sentence. */
function toFieldError(violation: CallViolation, label: string, onFix: (fix: Fix) => void) {
  const { fix, remedy } = violation;
  const reason = sayViolation(violation, label);
  return fix === undefined ? { reason, remedy } : { reason, fix: { label: fix.label, onFix: () => onFix(fix) } };
}
