"use client";

import { Field, TextInput } from "@fairlead/ui";
import type { AnswerProps } from "./answer-props.ts";
import { groupsOf, textOf } from "./read-value.ts";
import { Rows } from "./rows.tsx";

/** Places that the service may write to; they are empty again after a restart. */
export function ScratchControl({ value, onAnswer }: AnswerProps) {
  return (
    <Rows
      rows={groupsOf(value)}
      onChange={onAnswer}
      blank={{ path: "", size: "64Mi" }}
      add="Add a writable place"
      name={({ path }, at) => `writable place ${textOf(path) || at + 1}`}
    >
      {(row, change, at) => (
        <>
          <Field label={`Path of place ${at + 1}`} hideLabel>
            <TextInput
              name="scratch-path"
              value={textOf(row.path)}
              onChange={(path) => change({ ...row, path })}
              mono
              placeholder="/tmp"
            />
          </Field>
          <Field label={`Size of place ${at + 1}`} hideLabel>
            <TextInput
              name="scratch-size"
              value={textOf(row.size)}
              onChange={(size) => change({ ...row, size })}
              mono
              placeholder="64Mi"
            />
          </Field>
        </>
      )}
    </Rows>
  );
}
