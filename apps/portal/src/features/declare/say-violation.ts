import type { CallViolation } from "../../browser/problem.ts";

/** What is wrong as a sentence. Rules of a field speak without a subject (“is missing”); policies speak in sentences. */
export function sayViolation(
  { path, reason }: Pick<CallViolation, "path" | "reason">,
  label: string | undefined,
): string {
  if (!/^\p{Ll}/u.test(reason)) return reason;
  const subject = label ?? (path === "" ? "The declaration" : path);
  return `${subject} ${reason}${/[.!?]$/.test(reason) ? "" : "."}`;
}
