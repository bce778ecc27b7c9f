import * as z from "zod";

/** Tab and line feed are text; other control characters hide things from the reader and are refused. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the purpose
const CONTROL_CHARACTER = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

/** Free text of at most `max` characters, on one line unless `lines` says otherwise. */
export function text(max: number, lines: "one line" | "many lines" = "one line") {
  return anyText(max, lines).min(1, "is empty||Write something, or leave the field out.");
}

/** The same, and it may be empty. */
export function anyText(max: number, lines: "one line" | "many lines", notText?: string) {
  return z
    .string(notText)
    .max(max, `is longer than ${max} characters||Shorten it to ${max} characters.`)
    .refine((value) => !CONTROL_CHARACTER.test(value), "holds a control character||Remove the invisible characters.")
    .refine(
      (value) => lines === "many lines" || !/[\n\t]/.test(value),
      "runs over several lines||Write it on one line.",
    );
}

/** An absolute web address. */
export const webAddress = text(2048).refine(
  isWebAddress,
  "is not a web address||Write it like https://wiki.example.com/runbook.",
);

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}
