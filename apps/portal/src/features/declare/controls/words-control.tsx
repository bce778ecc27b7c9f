"use client";

import { TextInput } from "@fairlead/ui";
import { useState } from "react";
import { isSame } from "../draft/same.ts";
import type { AnswerProps } from "./answer-props.ts";
import { textOf } from "./read-value.ts";

export interface WordsControlProps extends AnswerProps {
  name: string;
  placeholder?: string;
}

/** Short texts in one line, with commas or blanks between them. */
export function WordsControl({ name, value, onAnswer, placeholder }: WordsControlProps) {
  const words = Array.isArray(value) ? value.map(textOf) : [];
  const [text, setText] = useState(words.join(", "));
  // The line stays as it is written; an answer that changed elsewhere replaces it.
  if (!isSame(wordsIn(text), words)) setText(words.join(", "));
  return (
    <TextInput
      name={name}
      value={text}
      onChange={(next) => {
        setText(next);
        onAnswer(wordsIn(next));
      }}
      mono
      maxLength={2000}
      {...(placeholder === undefined ? {} : { placeholder })}
    />
  );
}

function wordsIn(text: string): string[] {
  return text.split(/[\s,]+/).filter((word) => word !== "");
}
