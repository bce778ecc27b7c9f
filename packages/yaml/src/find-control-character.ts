// What YAML 1.2 calls printable, turned around: https://yaml.org/spec/1.2.2/#51-character-set. With the flag u
// a surrogate that stands alone is a code point of its own; one of a pair is not.
const UNPRINTABLE = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u;

/** The offset of the first character that no text may hold (control characters, half a surrogate pair), or -1. */
export function findControlCharacter(text: string): number {
  return text.search(UNPRINTABLE);
}

/** A character in a form that can be shown: `U+0007`. */
export function nameOfCharacter(text: string, offset: number): string {
  const code = text.codePointAt(offset) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}
