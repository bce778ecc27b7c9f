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

/** Environment variables. A line without a name is no answer yet. */
export function VariablesControl({ value, onAnswer }: AnswerProps) {
  const variables = Object.entries(isGroup(value) ? value : {}).map(([name, text]) => ({ name, value: textOf(text) }));

  function change(rows: Variable[]) {
    const named = rows.filter(({ name }) => name !== "");
    onAnswer(named.length === 0 ? undefined : Object.fromEntries(named.map((row) => [row.name, row.value])));
  }
  return (
    <Rows
      rows={variables}
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
