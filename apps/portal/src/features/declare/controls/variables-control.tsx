"use client";

import { Field, TextInput } from "@fairlead/ui";
import { isGroup } from "../draft/path.ts";
import type { AnswerProps } from "./answer-props.ts";
import { textOf } from "./read-value.ts";
import { Rows } from "./rows.tsx";

interface Variable {
  name: string;
  value: string;
}

/** Environment variables. A line without a name is no answer yet; of two with one name the later counts. */
export function VariablesControl({ value, onAnswer }: AnswerProps) {
  function change(rows: readonly Variable[]) {
    const answer = toAnswer(rows);
    onAnswer(Object.keys(answer).length === 0 ? undefined : answer);
  }
  return (
    <Rows
      rows={toRows(value)}
      kept={(rows) => toRows(toAnswer(rows))}
      onChange={change}
      blank={{ name: "", value: "" }}
      add="Add a variable"
      name={({ name }, at) => `variable ${name || at + 1}`}
    >
      {(row, changeRow, at) => (
        <>
          <Field label={`Name of variable ${at + 1}`} hideLabel>
            <TextInput
              name="variable-name"
              value={row.name}
              onChange={(name) => changeRow({ ...row, name })}
              mono
              placeholder="LOG_LEVEL"
              maxLength={100}
            />
          </Field>
          <Field label={`Value of ${row.name || `variable ${at + 1}`}`} hideLabel>
            <TextInput
              name="variable-value"
              value={row.value}
              onChange={(text) => changeRow({ ...row, value: text })}
              mono
              placeholder="info"
              maxLength={4096}
            />
          </Field>
        </>
      )}
    </Rows>
  );
}

function toAnswer(rows: readonly Variable[]): Record<string, string> {
  return Object.fromEntries(rows.filter(({ name }) => name !== "").map(({ name, value }) => [name, value]));
}

function toRows(value: unknown): Variable[] {
  return Object.entries(isGroup(value) ? value : {}).map(([name, text]) => ({ name, value: textOf(text) }));
}
