import type { ErrorCode } from "yaml";
import type { RawProblem } from "./yaml-problem.ts";

const WORDS: Record<ErrorCode, { reason: string; remedy: string }> = {
  ALIAS_PROPS: { reason: "An alias has an anchor or a tag of its own.", remedy: "Leave the alias alone on its line." },
  BAD_ALIAS: { reason: "This alias is not a name.", remedy: "Put text that starts with * or & in quotes." },
  BAD_COLLECTION_TYPE: { reason: "The tag and the value here do not fit.", remedy: "Remove the tag." },
  BAD_DIRECTIVE: { reason: "This is no directive that YAML knows.", remedy: "Put text that starts with % in quotes." },
  BAD_DQ_ESCAPE: {
    reason: "The text in double quotes has an escape that YAML does not know.",
    remedy: "Write \\\\ for a backslash, or use single quotes.",
  },
  BAD_INDENT: {
    reason: "The indentation does not fit what stands above.",
    remedy: "Indent the entries of one map or list by the same number of spaces.",
  },
  BAD_PROP_ORDER: { reason: "A tag or anchor stands in the wrong place.", remedy: "Put it right before the value." },
  BAD_SCALAR_START: {
    reason: "A value cannot start with this character.",
    remedy: "Put the value in quotes.",
  },
  BLOCK_AS_IMPLICIT_KEY: {
    reason: "There is a second map on this line, or the line is indented further than the one it belongs to.",
    remedy: "Begin a new line for it, or put a value that contains a colon in quotes.",
  },
  BLOCK_IN_FLOW: {
    reason: "An indented list or map stands inside brackets.",
    remedy: "Close the bracket, or write the inner part in brackets too.",
  },
  DUPLICATE_KEY: { reason: "This key stands twice in the same map.", remedy: "Keep one of them." },
  IMPOSSIBLE: { reason: "This is not YAML.", remedy: "Look at the line above for an open quote or bracket." },
  KEY_OVER_1024_CHARS: { reason: "A key is longer than 1,024 characters.", remedy: "Shorten it." },
  MISSING_CHAR: {
    reason: "A character is missing here: a quote, a bracket, a comma, a colon or a space.",
    remedy: "Close what was opened before, or put the value in quotes.",
  },
  MULTILINE_IMPLICIT_KEY: {
    reason: "A key goes over several lines, or a line has no colon after its key.",
    remedy: "Write `key: value`, with a space after the colon, each on a line of its own.",
  },
  MULTIPLE_ANCHORS: { reason: "A value has two anchors.", remedy: "Keep one." },
  MULTIPLE_DOCS: { reason: "There are several documents.", remedy: "Keep one." },
  MULTIPLE_TAGS: { reason: "A value has two tags.", remedy: "Keep one." },
  NON_STRING_KEY: { reason: "A key is not a plain word.", remedy: "Use text as a key." },
  RESOURCE_EXHAUSTION: { reason: "This is nested too deeply.", remedy: "Write it flatter." },
  TAB_AS_INDENT: { reason: "A tab is used for indentation.", remedy: "Indent with spaces." },
  TAG_RESOLVE_FAILED: { reason: "The tag here is not one of JSON's types.", remedy: "Remove the tag." },
  UNEXPECTED_TOKEN: {
    reason: "Something stands here that does not belong.",
    remedy: "Look for a quote, bracket or indentation that ends too early.",
  },
};

// One code stands for several mistakes; the library's sentence tells them apart.
const FINER: readonly { message: RegExp; reason: string; remedy: string }[] = [
  {
    message: /closing .*quote/,
    reason: "A quote that was opened above is never closed.",
    remedy: "Put the same quote at the end of the text.",
  },
  {
    message: /map keys need to be followed by map values/,
    reason: "This line has no colon after its key.",
    remedy: "Write `key: value`, with a space after the colon.",
  },
  {
    message: /must end with a/,
    reason: "A bracket that was opened above is never closed.",
    remedy: "Close it, and separate its entries by commas.",
  },
  {
    message: /Comments must be separated/,
    reason: "A comment begins right after a value.",
    remedy: "Put a space before the #, or the whole value in quotes.",
  },
  {
    message: /in flow collection must be sufficiently indented/,
    reason: "A line inside brackets starts too far to the left.",
    remedy: "Indent it further than the line with the opening bracket.",
  },
];

/** The parser's complaint in plain words, at its place. */
export function explainSyntaxError(offset: number, code: ErrorCode, message: string): RawProblem {
  const { reason, remedy } = FINER.find((words) => words.message.test(message)) ?? WORDS[code];
  return { offset, reason, remedy };
}
