import { isGroup } from "./draft/path.ts";
import type { Control } from "./form/question.ts";

/** An answer in one line, for those who only read it. */
export function sayAnswer(value: unknown, control?: Control): string {
  const chosen = control?.kind === "choice" ? control.options.find((option) => option.value === value) : undefined;
  if (chosen !== undefined) return chosen.label;
  if (value === undefined || value === null || value === "") return "nothing";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.map((item) => sayAnswer(item)).join(", ") || "nothing";
  if (!isGroup(value)) return String(value);
  return Object.entries(value)
    .map(([name, inner]) => `${name} ${sayAnswer(inner)}`)
    .join(" · ");
}
