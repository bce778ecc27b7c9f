"use client";

import { Field, TextInput } from "@fairlead/ui";
import type { AnswerProps } from "./answer-props.ts";
import { textOf } from "./read-value.ts";
import { Rows } from "./rows.tsx";

export interface ListControlProps extends AnswerProps {
  /** What one line is, such as “host”. */
  item: string;
  placeholder?: string;
}

/** Texts, each in a line of its own. */
export function ListControl({ value, onAnswer, item, placeholder }: ListControlProps) {
  const lines = Array.isArray(value) ? value.map(textOf) : [];
  return (
    <Rows
      rows={lines}
      onChange={(rows) => onAnswer(rows.length === 0 ? undefined : rows)}
      blank=""
      add={`Add ${article(item)} ${item}`}
      name={(line, at) => `${item} ${line || at + 1}`}
    >
      {(line, change, at) => (
        <Field label={`${item} ${at + 1}`} hideLabel>
          <TextInput
            name={item}
            value={line}
            onChange={change}
            mono
            maxLength={4096}
            {...(placeholder === undefined ? {} : { placeholder })}
          />
        </Field>
      )}
    </Rows>
  );
}

function article(noun: string): string {
  return /^[aeiou]/.test(noun) ? "an" : "a";
}
