"use client";

import { Button, classNames, IconButton } from "@fairlead/ui";
import { Plus, X } from "lucide-react";
import { type ReactNode, useState } from "react";

/** One line of an answer that has several. The id stays while the line is edited. */
interface Line<Row> {
  id: number;
  row: Row;
}

export interface RowsProps<Row> {
  rows: readonly Row[];
  onChange: (rows: Row[]) => void;
  /** A new line. */
  blank: Row;
  /** Such as “Add a port”. */
  add: string;
  /** A line's own name, read out by the button that removes it. */
  name: (row: Row, at: number) => string;
  children: (row: Row, change: (row: Row) => void, at: number) => ReactNode;
  /** What the answer keeps of the lines, where that is not all: a line without a name is no answer yet. */
  kept?: (rows: readonly Row[]) => readonly Row[];
  /** The parts of a line stand below one another. */
  stacked?: boolean;
  /** Its parts have a caption over them. */
  captioned?: boolean;
}

/** An answer of several lines: each can be changed and removed, and one more added. */
export function Rows<Row>({
  rows,
  onChange,
  blank,
  add,
  name,
  children,
  kept = (all) => all,
  stacked = false,
  captioned = false,
}: RowsProps<Row>) {
  const [lines, setLines] = useState<readonly Line<Row>[]>(() => number(rows, 0));
  // Lines stay as they are written; an answer that changed elsewhere (a fix, another template) replaces them.
  if (JSON.stringify(rows) !== JSON.stringify(kept(lines.map(({ row }) => row)))) {
    setLines(number(rows, nextId(lines)));
  }

  function change(next: readonly Line<Row>[]) {
    setLines(next);
    onChange(next.map(({ row }) => row));
  }

  return (
    <div className="grid justify-items-start gap-2">
      {lines.length > 0 && (
        <ul className="grid w-full gap-2">
          {lines.map(({ id, row }, at) => (
            <li key={id} className={classNames("flex items-start gap-2", captioned && "tablet:items-end")}>
              <div
                className={
                  stacked
                    ? "grid min-w-0 flex-1 gap-2 border-line border-l-2 pl-3"
                    : "grid min-w-0 flex-1 auto-cols-fr gap-2 tablet:grid-flow-col"
                }
              >
                {children(row, (next) => change(lines.with(at, { id, row: next })), at)}
              </div>
              <IconButton icon={X} label={`Remove ${name(row, at)}`} onClick={() => change(lines.toSpliced(at, 1))} />
            </li>
          ))}
        </ul>
      )}
      <Button small look="quiet" icon={Plus} onClick={() => change([...lines, { id: nextId(lines), row: blank }])}>
        {add}
      </Button>
    </div>
  );
}

function number<Row>(rows: readonly Row[], from: number): Line<Row>[] {
  return rows.map((row, at) => ({ id: from + at, row }));
}

function nextId(lines: readonly { id: number }[]): number {
  return 1 + Math.max(-1, ...lines.map(({ id }) => id));
}
