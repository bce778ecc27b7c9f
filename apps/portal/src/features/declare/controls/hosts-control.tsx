"use client";

import { Field, TextInput } from "@fairlead/ui";
import type { AnswerProps } from "./answer-props.ts";
import { textOf } from "./read-value.ts";
import { Rows } from "./rows.tsx";

/** The names under which the public reaches it. */
export function HostsControl({ value, onAnswer }: AnswerProps) {
  const hosts = Array.isArray(value) ? value.map(textOf) : [];
  return (
    <Rows
      rows={hosts}
      onChange={(rows) => onAnswer(rows.length === 0 ? undefined : rows)}
      blank=""
      add="Add a host"
      name={(host, at) => `host ${host || at + 1}`}
    >
      {(host, change, at) => (
        <Field label={`Host ${at + 1}`} hideLabel>
          <TextInput name="host" value={host} onChange={change} mono placeholder="shop.example.com" maxLength={253} />
        </Field>
      )}
    </Rows>
  );
}
