import type { CallViolation } from "../../browser/problem.ts";

/** The field of the form where a violation is mended. */
export interface MendedAt {
  path: string;
  label: string;
}

/** What is wrong as a sentence. Rules of a field speak without a subject (“is missing”); policies speak in sentences. */
export function sayViolation({ path, reason }: Pick<CallViolation, "path" | "reason">, field?: MendedAt): string {
  if (!/^\p{Ll}/u.test(reason)) return reason;
  return `${subjectOf(path, field)} ${reason}${/[.!?]$/.test(reason) ? "" : "."}`;
}

/** The field by its label; what lies inside it by its own name or its line. */
function subjectOf(path: string, field: MendedAt | undefined): string {
  if (field === undefined) return path === "" ? "The declaration" : path;
  if (!path.startsWith(`${field.path}.`)) return field.label;
  const [inside = ""] = path.slice(field.path.length + 1).split(".");
  return /^\d+$/.test(inside) ? `${field.label}, line ${Number(inside) + 1},` : inside;
}
