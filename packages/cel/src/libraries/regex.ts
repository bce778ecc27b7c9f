import { RE2JS } from "re2js";
import { charge } from "../meter.ts";
import { type CelLibrary, evaluationError, SYNC } from "./library.ts";

const MAX_PATTERN_LENGTH = 4096;
const MAX_CACHED = 256;

const compiled = new Map<string, RE2JS>();

/** `matches`, `find` and `findAll` with RE2's expressions, whose time grows with the text and never explodes. */
export const regex: CelLibrary = {
  name: "regex",
  sinceMinor: 0,
  register(environment) {
    environment
      .registerFunction("string.linearMatches(string): bool", matches, SYNC)
      .registerFunction("matches(string, string): bool", matches, SYNC)
      .registerFunction("string.find(string): string", find, SYNC)
      .registerFunction(
        "string.findAll(string): list<string>",
        (text: string, pattern: string) => findAll(text, pattern, -1n),
        SYNC,
      )
      .registerFunction("string.findAll(string, int): list<string>", findAll, SYNC);
  },
};

/** Whether a pattern fits anywhere in a text. */
function matches(text: string, pattern: string): boolean {
  return prepare(text, pattern).test(text);
}

function find(text: string, pattern: string): string {
  const matcher = prepare(text, pattern).matcher(text);
  return matcher.find() ? (matcher.group() ?? "") : "";
}

function findAll(text: string, pattern: string, limit: bigint): string[] {
  const matcher = prepare(text, pattern).matcher(text);
  const found: string[] = [];
  while ((limit < 0n || found.length < limit) && matcher.find()) found.push(matcher.group() ?? "");
  return found;
}

function prepare(text: string, pattern: string): RE2JS {
  const expression = compilePattern(pattern);
  charge((text.length / 10) * (1 + expression.programSize() / 10));
  return expression;
}

function compilePattern(pattern: string): RE2JS {
  const existing = compiled.get(pattern);
  if (existing !== undefined) return existing;
  if (pattern.length > MAX_PATTERN_LENGTH) throw evaluationError("The regular expression is too long.");
  charge(pattern.length);
  const expression = parsePattern(pattern);
  // Patterns are nearly always literals of policies: a few hundred, then the oldest goes.
  const oldest = compiled.keys().next();
  if (compiled.size >= MAX_CACHED && oldest.done !== true) compiled.delete(oldest.value);
  compiled.set(pattern, expression);
  return expression;
}

function parsePattern(pattern: string): RE2JS {
  try {
    return RE2JS.compile(pattern);
  } catch (error) {
    throw evaluationError(`${error instanceof Error ? error.message : "It is not a regular expression"}.`);
  }
}
