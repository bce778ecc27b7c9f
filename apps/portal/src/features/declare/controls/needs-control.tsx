"use client";

import type { Group } from "../draft/path.ts";
import type { AnswerProps } from "./answer-props.ts";
import { NeedFields } from "./need-fields.tsx";
import { groupsOf, textOf } from "./read-value.ts";
import { Rows } from "./rows.tsx";

/** What it calls: each line opens the network and fills in an address. */
export function NeedsControl({ value, onAnswer }: AnswerProps) {
  const blank: Group = { service: "" };
  return (
    <Rows
      rows={groupsOf(value)}
      onChange={(rows) => onAnswer(rows.length === 0 ? undefined : rows)}
      blank={blank}
      add="Add what it calls"
      name={(need, at) => `call to ${textOf(need.service ?? need.resource ?? need.external) || at + 1}`}
    >
      {(need, change, at) => <NeedFields need={need} onChange={change} at={at} />}
    </Rows>
  );
}
