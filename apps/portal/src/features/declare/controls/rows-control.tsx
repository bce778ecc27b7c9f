"use client";

import { classNames } from "@fairlead/ui";
import { type Group, readAt, writeAt } from "../draft/path.ts";
import type { Part } from "../form/question.ts";
import type { PartedProps } from "./answer-props.ts";
import { isWide } from "./is-wide.ts";
import { groupsOf, textOf } from "./read-value.ts";
import { Rows } from "./rows.tsx";

export interface RowsControlProps extends PartedProps {
  /** What one line is, such as “secret”. */
  item: string;
  parts: readonly Part[];
  blank: Group;
}

/** Any number of groups, each in a line, or in a block where one of its parts needs room. */
export function RowsControl({ value, onAnswer, item, parts, blank, field: Field }: RowsControlProps) {
  const tall = parts.some(({ control }) => isWide(control.kind) || (control.kind === "text" && control.lines));
  // Of a name and a value the examples in the fields say enough; of more, nobody knows which is which.
  const captioned = !tall && parts.length > 2;
  const [first] = parts;
  return (
    <Rows
      rows={groupsOf(value)}
      onChange={(rows) => onAnswer(rows.length === 0 ? undefined : rows)}
      blank={blank}
      add={`Add a ${item}`}
      name={(row, at) => `${item} ${textOf(first && readAt(row, first.path)) || at + 1}`}
      stacked={Boolean(tall)}
      captioned={captioned}
    >
      {(row, change, at) =>
        parts.map((part) => (
          <div key={part.path} className="grid min-w-0 gap-1">
            {captioned && (
              <span aria-hidden className={classNames("text-label text-soft", at > 0 && "tablet:hidden")}>
                {part.label}
              </span>
            )}
            <Field
              part={part}
              name={`${item}-${at + 1}`}
              line={at + 1}
              value={readAt(row, part.path)}
              onAnswer={(next) =>
                change(writeAt(row, part.path, next ?? (part.optional ? undefined : blank[part.path])))
              }
            />
          </div>
        ))
      }
    </Rows>
  );
}
