"use client";

import { type Group, isGroup, readAt, writeAt } from "../draft/path.ts";
import type { Part } from "../form/question.ts";
import type { PartedProps } from "./answer-props.ts";
import { isWide } from "./is-wide.ts";

export interface GroupControlProps extends PartedProps {
  name: string;
  parts: readonly Part[];
}

/** An answer of several parts. What has no part here stays as it is. */
export function GroupControl({ name, parts, value, onAnswer, field: Field }: GroupControlProps) {
  const group: Group = isGroup(value) ? value : {};

  function change(path: string, part: unknown) {
    const next = writeAt(group, path, part);
    onAnswer(Object.keys(next).length === 0 ? undefined : next);
  }
  return (
    <div className="grid gap-3 tablet:grid-cols-3">
      {parts.map((part) => (
        <div key={part.path} className={isWide(part.control.kind) ? "tablet:col-span-full" : ""}>
          <Field
            part={part}
            name={name}
            value={readAt(group, part.path)}
            onAnswer={(next) => change(part.path, next)}
          />
        </div>
      ))}
    </div>
  );
}
