import { RE2JS } from "re2js";

/** Longer ones are not written by hand. */
const MAX_LENGTH = 1000;

export interface LinearPattern {
  /** Whether the pattern fits anywhere in a text. */
  test(text: string): boolean;
}

/**
 * A regular expression whose time grows with the text and never explodes (RE2).
 *
 * @throws Error with words where it is none: RE2 has no look-ahead and no back references
 */
export function linearPattern(pattern: string): LinearPattern {
  if (pattern.length > MAX_LENGTH) throw new Error(`the regular expression is longer than ${MAX_LENGTH} characters`);
  const compiled = RE2JS.compile(pattern);
  return { test: (text) => compiled.test(text) };
}
