import { type FieldError, FieldGroup } from "@fairlead/ui";
import { Lock } from "lucide-react";
import type { Question } from "./form/question.ts";
import { sayAnswer } from "./say-answer.ts";

export interface DecidedAnswerProps {
  question: Question;
  value: unknown;
  /** Why it cannot be answered here, and who could. */
  why: string;
  error?: FieldError;
}

/** An answer that this person reads and does not give: shown like one, with the reason where the hint would be. */
export function DecidedAnswer({ question: { label, control }, value, why, error }: DecidedAnswerProps) {
  return (
    <FieldGroup label={label} hint={why} {...(error === undefined ? {} : { error })}>
      <p className="flex min-h-8.5 items-center gap-2 rounded-control border border-line bg-sunken px-2.5 py-1 text-soft touch:min-h-11">
        <span className="min-w-0 flex-1 break-words">{sayAnswer(value, control)}</span>
        <Lock aria-label="Decided" size={14} strokeWidth={1.75} className="flex-none text-faint" />
      </p>
    </FieldGroup>
  );
}
