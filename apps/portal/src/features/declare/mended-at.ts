import type { Question } from "./form/question.ts";
import type { MendedAt } from "./say-violation.ts";

/** A question as the place where something is mended. */
export function mendedAt({ path, label, control }: Pick<Question, "path" | "label" | "control">): MendedAt {
  return { path, label, ...("parts" in control ? { parts: control.parts } : {}) };
}
