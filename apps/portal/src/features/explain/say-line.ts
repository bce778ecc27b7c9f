import { type ExplanationView, type LineSourceView, WHO } from "./explanation-view.ts";

/** Who set a line, in a few words, and why. */
export interface SaidLine {
  who: string;
  why: string;
}

const OPENS: SaidLine = { who: "opens what stands below it", why: "" };

/**
 * What is known of a line of an object.
 *
 * @param lines how many there are; an explanation of other lines than those that are shown says nothing
 * @param answer what answers are called here
 * @returns undefined where nothing is known
 */
export function sayLine(
  { sources, objects }: ExplanationView,
  object: { kind: string; name: string },
  line: number,
  lines: number,
  answer: string = WHO.answer,
): SaidLine | undefined {
  const known = objects.find(({ kind, name }) => kind === object.kind && name === object.name)?.lines;
  if (known?.length !== lines) return undefined;
  const place = known[line - 1];
  if (place === -1) return OPENS;
  const source = place === undefined ? undefined : sources[place];
  return source && saySource(source, source.by === "answer" ? answer : WHO[source.by]);
}

function saySource({ instead, reason }: LineSourceView, who: string): SaidLine {
  return { who: instead === undefined ? who : `${who}; ${instead}`, why: reason };
}
