import type { CallViolation } from "../../browser/problem.ts";

/** The field of the form where a violation is mended. */
export interface MendedAt {
  path: string;
  label: string;
  /** What its answer consists of, where it has parts. */
  parts?: readonly { path: string; label: string }[] | undefined;
}

/** What is wrong as a sentence. Rules of a field speak without a subject (“is missing”); policies speak in sentences. */
export function sayViolation({ path, reason }: Pick<CallViolation, "path" | "reason">, field?: MendedAt): string {
  if (!/^\p{Ll}/u.test(reason)) return reason;
  return `${subjectOf(path, field)} ${reason}${/[.!?]$/.test(reason) ? "" : "."}`;
}

/** The field by its label; what lies inside it by the label of its part and its line. */
function subjectOf(path: string, field: MendedAt | undefined): string {
  if (field === undefined) return path === "" ? "The declaration" : path;
  if (!path.startsWith(`${field.path}.`)) return field.label;
  const [inside = "", ...deeper] = path.slice(field.path.length + 1).split(".");
  if (!/^\d+$/.test(inside)) return partOf(field, [inside, ...deeper])?.label ?? [inside, ...deeper].join(".");
  return `${partOf(field, deeper)?.label ?? field.label}, line ${Number(inside) + 1},`;
}

function partOf({ parts = [] }: MendedAt, inside: readonly string[]) {
  const path = inside.join(".");
  return parts.find((part) => path === part.path || path.startsWith(`${part.path}.`));
}
