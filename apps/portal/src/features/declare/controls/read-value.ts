import { type Group, isGroup } from "../draft/path.ts";

/** What an answer is as the kind that a control shows; what is of another kind is shown as nothing. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

export function numberOf(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}

export function groupsOf(value: unknown): readonly Group[] {
  return Array.isArray(value) ? value.filter(isGroup) : [];
}

/** Emptied text is no answer. */
export function answerOf(text: string): string | undefined {
  return text === "" ? undefined : text;
}
