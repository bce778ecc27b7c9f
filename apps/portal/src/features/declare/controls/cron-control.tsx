"use client";

import { cronInWords, everComes, readCron } from "@fairlead/domain";
import { TextInput } from "@fairlead/ui";
import type { AnswerProps } from "./answer-props.ts";
import { answerOf, textOf } from "./read-value.ts";

export interface CronControlProps extends AnswerProps {
  name: string;
  good: boolean;
}

/** A schedule as it is written, and beneath it as people say it. */
export function CronControl({ name, value, onAnswer, good }: CronControlProps) {
  const text = textOf(value);
  const cron = readCron(text);
  return (
    <div className="grid gap-1">
      <TextInput
        name={name}
        value={text}
        onChange={(next) => onAnswer(answerOf(next))}
        good={good}
        mono
        placeholder="0 3 * * *"
        maxLength={200}
      />
      <p aria-live="polite" className="text-label text-soft empty:hidden">
        {cron.ok && everComes(cron.value) && `Runs ${cronInWords(cron.value)}.`}
      </p>
    </div>
  );
}
