import { Composer, type Document, type ErrorCode, Lexer, type ParsedNode, Parser } from "yaml";
import { explainSyntaxError } from "./explain-syntax-error.ts";
import type { YamlLimits } from "./yaml-limits.ts";
import type { RawProblem } from "./yaml-problem.ts";

export type ParsedDocument = Document.Parsed<ParsedNode, true>;

// The lexer gives up to six pieces for one value: indent, dash, marker, text, comment, line end.
const LEXEMES_PER_NODE = 6;
// The parser's stack holds the document, and for each level a collection and what is being read into it.
const STACK_PER_LEVEL = 2;
const MAX_PROBLEMS = 20;

class TooManyProblems extends Error {}

/**
 * Parses a text into documents, piece by piece, so that depth, size and number of mistakes are refused while they grow
 * and not after: the library recurses into what it parsed, and takes seconds to list a million mistakes.
 */
export function composeDocuments(
  text: string,
  limits: YamlLimits,
): { documents: ParsedDocument[]; problems: RawProblem[] } {
  const problems: RawProblem[] = [];
  const complain = (offset: number, code: ErrorCode, message: string): void => {
    // Thrown again and again: the library catches what is thrown inside of a value, and complains about that too.
    if (problems.length >= MAX_PROBLEMS) throw new TooManyProblems();
    problems.push(explainSyntaxError(offset, code, message));
  };
  const documents: ParsedDocument[] = [];
  try {
    for (const document of parse(text, limits, complain, problems)) documents.push(document);
  } catch (error) {
    if (!(error instanceof TooManyProblems)) throw error;
  }
  return { documents, problems };
}

function* parse(
  text: string,
  limits: YamlLimits,
  complain: (offset: number, code: ErrorCode, message: string) => void,
  problems: RawProblem[],
): Generator<ParsedDocument> {
  const parser = new Parser();
  const composer = boundedComposer(complain);
  let lexemes = 0;
  let documents = 0;
  for (const lexeme of new Lexer().lex(text)) {
    lexemes += 1;
    for (const token of parser.next(lexeme)) {
      if (token.type === "error") complain(token.offset, "UNEXPECTED_TOKEN", token.message);
      if (token.type === "document") documents += 1;
      yield* composer.next(token);
    }
    const excess =
      (parser.stack.length > limits.maxDepth * STACK_PER_LEVEL + 2 && tooDeep(parser.offset, limits)) ||
      (lexemes > limits.maxNodes * LEXEMES_PER_NODE && tooMany(parser.offset, limits)) ||
      (documents > limits.maxDocuments && tooManyDocuments(parser.offset, limits));
    if (excess) {
      problems.push(excess);
      return;
    }
  }
  for (const token of parser.end()) {
    if (token.type === "error") complain(token.offset, "UNEXPECTED_TOKEN", token.message);
    yield* composer.next(token);
  }
  yield* composer.end(true, text.length);
}

function boundedComposer(complain: (offset: number, code: ErrorCode, message: string) => void): Composer<ParsedNode> {
  const composer = new Composer<ParsedNode>({
    schema: "core",
    merge: false,
    resolveKnownTags: false,
    stringKeys: true,
    // The library compares every pair of keys, which is quadratic; buildValue looks instead.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "silent",
  });
  // The library offers no way to stop at the first mistakes, so its own collector is replaced. Should it stop calling
  // `onError`, its list of errors fills again, and read-yaml.test.ts fails.
  const onError = (source: ErrorSource, code: ErrorCode, message: string): void =>
    complain(offsetOf(source), code, message);
  Object.assign(composer, { onError });
  return composer;
}

type ErrorSource = number | readonly number[] | { offset: number };

function offsetOf(source: ErrorSource): number {
  if (typeof source === "number") return source;
  return "offset" in source ? source.offset : (source[0] ?? 0);
}

export function tooDeep(offset: number, limits: YamlLimits): RawProblem {
  return {
    offset,
    reason: `Lists and maps are more than ${limits.maxDepth} levels deep here.`,
    remedy: "Write it flatter.",
  };
}

export function tooMany(offset: number, limits: YamlLimits): RawProblem {
  return {
    offset,
    reason: `The text holds more than ${limits.maxNodes} values up to here, counting what aliases repeat.`,
    remedy: "Split it into several files, and write repeated parts out instead of using aliases.",
  };
}

function tooManyDocuments(offset: number, limits: YamlLimits): RawProblem {
  return {
    offset,
    reason: `The text holds more than ${limits.maxDocuments} documents.`,
    remedy: "Split it into several files.",
  };
}
