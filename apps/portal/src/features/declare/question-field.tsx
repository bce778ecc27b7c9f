"use client";

import { Field, FieldGroup } from "@fairlead/ui";
import type { CallViolation } from "../../browser/problem.ts";
import { AnswerControl } from "./controls/answer-control.tsx";
import { isWide } from "./controls/is-wide.ts";
import { PortsControl } from "./controls/ports-control.tsx";
import { DecidedAnswer } from "./decided-answer.tsx";
import type { Question } from "./form/question.ts";
import { mendedAt } from "./mended-at.ts";
import type { Fix } from "./preview-view.ts";
import { type MendedAt, sayViolation } from "./say-violation.ts";

export interface QuestionFieldProps {
  question: Question;
  value: unknown;
  onAnswer: (value: unknown) => void;
  /** Somebody has been here. */
  onLeave: () => void;
  violation: CallViolation | undefined;
  /** Nobody has answered here yet: what is wrong is to settle, and no mistake. */
  toSettle?: boolean;
  onFix: (fix: Fix) => void;
  good: boolean;
  /** Why this person may not answer it. */
  refusal: string | undefined;
}

/** One question with its answer, why it is asked, and what is wrong with it. */
export function QuestionField(props: QuestionFieldProps) {
  const { question, value, onAnswer, onLeave, violation, toSettle = false, onFix, good, refusal } = props;
  const { control, label, path } = question;
  const error = violation && { ...toFieldError(violation, mendedAt(question), onFix), calm: toSettle };
  const hint = hintOf(question);
  const shown = { label, ...(hint === undefined ? {} : { hint }), ...(error === undefined ? {} : { error }) };
  const why = question.locked ? "The template decides this." : refusal;
  const wide = isWide(control.kind);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens only to focus that leaves; nothing here is pressed
    <div
      onBlur={onLeave}
      className={wide ? "tablet:col-span-full" : control.kind === "runbook" ? "tablet:col-span-2" : ""}
    >
      {why !== undefined ? (
        <DecidedAnswer question={question} value={value} why={why} {...(error === undefined ? {} : { error })} />
      ) : control.kind === "ports" ? (
        <PortsControl value={value} onAnswer={onAnswer} {...shown} />
      ) : wide ? (
        <FieldGroup {...shown}>
          <AnswerControl name={path} control={control} value={value} onAnswer={onAnswer} />
        </FieldGroup>
      ) : (
        <Field {...shown} custom={control.kind === "choice" || control.kind === "port"}>
          <AnswerControl name={path} control={control} value={value} onAnswer={onAnswer} good={good} />
        </Field>
      )}
    </div>
  );
}

function hintOf({ help, bounds }: Question): string | undefined {
  const parts = [help, bounds && `${bounds[0]?.toUpperCase()}${bounds.slice(1)}.`].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(" ");
}

/** A button says what mends it better than a sentence. */
function toFieldError(violation: CallViolation, field: MendedAt, onFix: (fix: Fix) => void) {
  const { fix, remedy } = violation;
  const reason = sayViolation(violation, field);
  return fix === undefined ? { reason, remedy } : { reason, fix: { label: fix.label, onFix: () => onFix(fix) } };
}
