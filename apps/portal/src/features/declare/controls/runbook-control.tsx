"use client";

import { InlineButton, TextInput } from "@fairlead/ui";
import { useState } from "react";
import type { Control, Part } from "../form/question.ts";
import type { PartedProps } from "./answer-props.ts";
import { groupsOf, textOf } from "./read-value.ts";
import { RowsControl } from "./rows-control.tsx";

const KINDS: Control = {
  kind: "choice",
  options: ["dashboard", "docs", "repository", "chat", "other"].map((value) => ({ value, label: value })),
};
const PARTS: readonly Part[] = [
  { path: "kind", label: "Kind of link", control: KINDS },
  { path: "title", label: "Title of link", control: { kind: "text", placeholder: "Dashboard" } },
  { path: "url", label: "Address of link", control: { kind: "text", mono: true, placeholder: "https://…" } },
];

/** The address of the runbook, which somebody needs first; other links on demand. */
export function RunbookControl({ value, onAnswer, field }: PartedProps) {
  const links = groupsOf(value);
  const runbook = links.find(({ kind }) => kind === "runbook");
  const others = links.filter((link) => link !== runbook);
  const [open, setOpen] = useState(others.length > 0);

  function change(url: string) {
    const next =
      url === "" ? others : [{ kind: "runbook", title: textOf(runbook?.title) || "Runbook", url }, ...others];
    onAnswer(next.length === 0 ? undefined : next);
  }
  function changeOthers(next: unknown) {
    const all = [...(runbook === undefined ? [] : [runbook]), ...groupsOf(next)];
    onAnswer(all.length === 0 ? undefined : all);
  }
  return (
    <div className="grid gap-2">
      <TextInput
        name="runbook"
        value={textOf(runbook?.url)}
        onChange={change}
        mono
        placeholder="https://wiki.example.com/runbooks/checkout"
        maxLength={2000}
      />
      {open ? (
        <RowsControl
          value={others}
          onAnswer={changeOthers}
          item="link"
          parts={PARTS}
          blank={{ kind: "dashboard", title: "", url: "" }}
          field={field}
        />
      ) : (
        <span className="text-label">
          <InlineButton onClick={() => setOpen(true)}>Other links</InlineButton>
        </span>
      )}
    </div>
  );
}
