import type { Form } from "../form/question.ts";
import { type Group, isGroup, readAt, writeAt } from "./path.ts";
import { isSame } from "./same.ts";

/** A choice between shapes is replaced whole by an answer, so an answer inside it brings the rest of it along. */
const CHOICE = /^spec\.health\.(ready|live|startup)(?=\.)/;
const CHOICES = ["ready", "live", "startup"];

/**
 * Writes an answer into a declaration. What the template says anyway is left out, so that a later version of it may
 * say otherwise.
 */
export function answer(draft: Group, form: Pick<Form, "defaults">, path: string, value: unknown): Group {
  const defaults = { spec: form.defaults };
  const choice = CHOICE.exec(path)?.[0];
  if (choice === undefined) return writeAt(draft, path, beyond(value, readAt(defaults, path), path));
  const whole = readAt(draft, choice) ?? readAt(defaults, choice);
  const inside = path.slice(choice.length + 1);
  const answered = writeAt(isGroup(whole) ? whole : {}, inside, value ?? readAt(readAt(defaults, choice), inside));
  return writeAt(draft, choice, isSame(answered, readAt(defaults, choice)) ? undefined : answered);
}

/** What an answer says beyond the default: of a group only the parts that differ. */
function beyond(value: unknown, byDefault: unknown, path: string): unknown {
  if (isSame(value, byDefault)) return undefined;
  const isChoice = CHOICES.includes(path.split(".").at(-1) ?? "");
  if (!isGroup(value) || !isGroup(byDefault) || isChoice) return value;
  const parts = Object.entries(value).flatMap(([name, inner]) => {
    const part = beyond(inner, byDefault[name], `${path}.${name}`);
    return part === undefined ? [] : [[name, part] as const];
  });
  return parts.length === 0 ? undefined : Object.fromEntries(parts);
}
