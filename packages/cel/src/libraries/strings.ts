import { chargeText } from "../meter.ts";
import { formatText } from "./format-text.ts";
import { type CelLibrary, evaluationError, SYNC } from "./library.ts";

class StringsNamespace {}

/**
 * What version 2 of CEL's text functions has beyond the engine's own: `charAt`, `replace`, `format`, `strings.quote`.
 * https://pkg.go.dev/github.com/google/cel-go/ext#Strings
 */
export const strings: CelLibrary = {
  name: "strings",
  sinceMinor: 29,
  register(environment) {
    environment
      .registerType("StringsNamespace", StringsNamespace)
      .registerConstant("strings", "StringsNamespace", new StringsNamespace())
      .registerFunction("StringsNamespace.quote(string): string", (_: unknown, text: string) => quote(text), SYNC)
      .registerFunction("string.charAt(int): string", charAt, SYNC)
      .registerFunction(
        "string.replace(string, string): string",
        (text: string, from: string, to: string) => replace(text, from, to, -1n),
        SYNC,
      )
      .registerFunction("string.replace(string, string, int): string", replace, SYNC)
      .registerFunction("string.format(list): string", formatText, SYNC);
  },
};

function charAt(text: string, index: bigint): string {
  const characters = [...text];
  if (index < 0n || index > characters.length) throw evaluationError(`index out of range: ${index}`);
  return characters[Number(index)] ?? "";
}

function replace(text: string, from: string, to: string, limit: bigint): string {
  if (limit === 0n) return text;
  const parts = from === "" ? ["", ...text, ""] : text.split(from);
  const count = limit < 0n ? parts.length - 1 : Math.min(parts.length - 1, Number(limit));
  chargeText(text.length + count * to.length);
  const rest = parts.slice(count).join(from);
  return [...parts.slice(0, count), rest].join(to);
}

const ESCAPES: Readonly<Record<string, string>> = {
  "\u0007": "\\a",
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\v": "\\v",
  "\\": "\\\\",
  '"': '\\"',
};

function quote(text: string): string {
  chargeText(text.length * 2);
  return `"${[...text].map((character) => ESCAPES[character] ?? character).join("")}"`;
}
