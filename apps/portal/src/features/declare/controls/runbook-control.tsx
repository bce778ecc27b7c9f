"use client";

import { TextInput } from "@fairlead/ui";
import type { AnswerProps } from "./answer-props.ts";
import { groupsOf, textOf } from "./read-value.ts";

/** The address of the runbook; the other links stay as they are. */
export function RunbookControl({ value, onAnswer }: AnswerProps) {
  const links = groupsOf(value);
  const runbook = links.find(({ kind }) => kind === "runbook");
  const others = links.filter((link) => link !== runbook);

  function change(url: string) {
    const next =
      url === "" ? others : [{ kind: "runbook", title: textOf(runbook?.title) || "Runbook", url }, ...others];
    onAnswer(next.length === 0 ? undefined : next);
  }
  return (
    <TextInput
      name="runbook"
      value={textOf(runbook?.url)}
      onChange={change}
      mono
      placeholder="https://wiki.example.com/runbooks/checkout"
      maxLength={2000}
    />
  );
}
