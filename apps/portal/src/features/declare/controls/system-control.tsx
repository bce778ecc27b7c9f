"use client";

import { TextInput } from "@fairlead/ui";
import type { AnswerProps } from "./answer-props.ts";
import { answerOf, textOf } from "./read-value.ts";
import { useSuggestions } from "./use-suggestions.ts";

/** What it is a part of. */
export function SystemControl({ value, onAnswer }: AnswerProps) {
  const text = textOf(value);
  return (
    <TextInput
      name="system"
      value={text}
      onChange={(next) => onAnswer(answerOf(next))}
      mono
      suggestions={useSuggestions(text, ["System"])}
      maxLength={40}
    />
  );
}
