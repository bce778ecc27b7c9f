import type { Form } from "../form/question.ts";
import { type Group, isGroup, readAt, writeAt } from "./path.ts";
import { isSame } from "./same.ts";

/** A choice between shapes is replaced whole by an answer, so an answer inside it brings the rest of it along. */
const CHOICE = /^spec\.health\.(ready|live|startup)(?=\.)/;

/**
 * Writes an answer into a declaration. What the template says anyway is left out, so that a later version of it may
 * say otherwise.
 */
export function answer(draft: Group, form: Pick<Form, "defaults">, path: string, value: unknown): Group {
  const defaults = { spec: form.defaults };
  const choice = CHOICE.exec(path)?.[0];
  if (choice === undefined) return writeAt(draft, path, isSame(value, readAt(defaults, path)) ? undefined : value);
  const whole = readAt(draft, choice) ?? readAt(defaults, choice);
  const inside = path.slice(choice.length + 1);
  const answered = writeAt(isGroup(whole) ? whole : {}, inside, value ?? readAt(readAt(defaults, choice), inside));
  return writeAt(draft, choice, isSame(answered, readAt(defaults, choice)) ? undefined : answered);
}
