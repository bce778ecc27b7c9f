import { isScalar, LineCounter } from "yaml";
import { buildValue } from "./build-value.ts";
import { composeDocuments, type ParsedDocument } from "./compose-documents.ts";
import { findControlCharacter, nameOfCharacter } from "./find-control-character.ts";
import { locatePath, type YamlPath } from "./locate-path.ts";
import { DEFAULT_YAML_LIMITS, type YamlLimits } from "./yaml-limits.ts";
import type { RawProblem, YamlProblem } from "./yaml-problem.ts";

export interface YamlPosition {
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
}

export interface YamlDocument {
  /** Plain JSON: null, booleans, finite numbers, strings, arrays, objects. */
  value: unknown;
  /** Where a field stands, or the nearest thing around it that does: for what is missing, its parent. */
  position(path: YamlPath): YamlPosition;
}

export interface YamlReading {
  /** None where there are problems. Documents of comments only are left out. */
  documents: YamlDocument[];
  /** What is wrong, in the order of the text. */
  problems: YamlProblem[];
}

export interface ReadYamlOptions extends Partial<YamlLimits> {
  /** Repeated in the problems. */
  file?: string;
}

const MAX_PROBLEMS = 20;

/** Reads YAML 1.2 (and so JSON), one document or many, within limits. Never throws. */
export function readYaml(text: string, options: ReadYamlOptions = {}): YamlReading {
  const { file, ...overrides } = options;
  const limits = { ...DEFAULT_YAML_LIMITS, ...overrides };
  const refuse = (problem: RawProblem, at: YamlPosition): YamlReading => ({
    documents: [],
    problems: [present(problem, at, file)],
  });

  const tooLong = findExcess(text, limits.maxBytes);
  if (tooLong !== undefined) return refuse(tooLong, { line: 1, column: 1 });
  const source = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const lines = new LineCounter();
  for (let at = 0; at >= 0; at = nextLine(source, at)) lines.addNewLine(at);
  const place = (offset: number): YamlPosition => {
    const { line, col } = lines.linePos(Math.min(Math.max(offset, 0), source.length));
    return { line, column: col };
  };

  const control = findControlCharacter(source);
  if (control >= 0) return refuse(controlCharacter(source, control), place(control));
  try {
    return readDocuments(source, limits, place, file);
  } catch (error) {
    // What the limits do not foresee: better a plain refusal than a crash of whoever reads a stranger's file.
    if (!(error instanceof Error)) throw error;
    return refuse(
      { offset: 0, reason: "This text cannot be read as YAML.", remedy: "Make it smaller and flatter." },
      place(0),
    );
  }
}

function readDocuments(
  source: string,
  limits: YamlLimits,
  place: (offset: number) => YamlPosition,
  file: string | undefined,
): YamlReading {
  const composed = composeDocuments(source, limits);
  const problems = [...composed.problems];
  const documents: YamlDocument[] = [];
  const budget = { nodes: 0 };
  for (const parsed of problems.length > 0 ? [] : composed.documents) {
    if (isEmpty(parsed)) continue;
    const built = buildValue(parsed, limits, budget);
    problems.push(...built.problems);
    const position = (path: YamlPath) => place(locatePath(parsed.contents, path, built.targets));
    documents.push({ value: built.value, position });
    if (problems.length >= MAX_PROBLEMS) break;
  }
  if (problems.length === 0) return { documents, problems: [] };
  problems.sort((a, b) => a.offset - b.offset);
  return {
    documents: [],
    problems: withoutEchoes(problems).map((problem) => present(problem, place(problem.offset), file)),
  };
}

/** One mistake often makes the parser complain twice about the same place: the first says it. */
function withoutEchoes(problems: readonly RawProblem[]): RawProblem[] {
  return problems.filter((problem, index) => problem.offset !== problems[index - 1]?.offset).slice(0, MAX_PROBLEMS);
}

/** Nothing but comments and separators; `null` written out is a document. */
function isEmpty(parsed: ParsedDocument): boolean {
  const { contents } = parsed;
  return contents === null || (isScalar(contents) && contents.value === null && contents.source === "");
}

function findExcess(text: string, maxBytes: number): RawProblem | undefined {
  // One UTF-16 unit is at most three bytes of UTF-8: most texts need not be encoded to be counted.
  if (text.length * 3 <= maxBytes) return undefined;
  const bytes = text.length > maxBytes ? text.length : new TextEncoder().encode(text).length;
  if (bytes <= maxBytes) return undefined;
  const limit = maxBytes >= 1024 * 1024 ? `${maxBytes / 1024 / 1024} MiB` : `${maxBytes} bytes`;
  return { offset: 0, reason: `The text is larger than ${limit}.`, remedy: "Split it into several files." };
}

function controlCharacter(source: string, offset: number): RawProblem {
  return {
    offset,
    reason: `There is a control character here (${nameOfCharacter(source, offset)}).`,
    remedy: "Remove it.",
  };
}

function nextLine(source: string, from: number): number {
  const at = source.indexOf("\n", from);
  return at < 0 ? -1 : at + 1;
}

function present(problem: RawProblem, at: YamlPosition, file: string | undefined): YamlProblem {
  const { reason, remedy } = problem;
  return file === undefined ? { ...at, reason, remedy } : { file, ...at, reason, remedy };
}
