import type { Control } from "../form/question.ts";

/** Controls of several fields: they take the whole width, and a heading instead of a label. */
const WIDE = [
  "several",
  "list",
  "group",
  "rows",
  "check",
  "needs",
  "variables",
  "contacts",
  "json",
] as const satisfies readonly Control["kind"][];

export function isWide(kind: Control["kind"]): boolean {
  return WIDE.some((wide) => wide === kind);
}
