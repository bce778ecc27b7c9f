"use client";

import { Field, TextArea } from "@fairlead/ui";
import { useState } from "react";
import type { AnswerProps } from "./answer-props.ts";

/** Whatever has no control of its own, written as JSON. What cannot be read yet is handed over as the text it is. */
export function JsonControl({ value, onAnswer }: AnswerProps) {
  const [text, setText] = useState(value === undefined ? "" : JSON.stringify(value, null, 2));

  function change(next: string) {
    setText(next);
    onAnswer(read(next));
  }
  return (
    <Field label="As JSON" hideLabel>
      <TextArea name="json" value={text} onChange={change} rows={4} mono placeholder="{}" />
    </Field>
  );
}

function read(text: string): unknown {
  if (text.trim() === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
