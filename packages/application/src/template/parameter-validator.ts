import { linearPattern } from "@fairlead/cel";
import { err, ok, type Result, type Violation } from "@fairlead/domain";
import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import { sayParameterError } from "./say-parameter-error.ts";

/** Holds the answers to a template's further questions against their JSON Schema; paths are those of the answers. */
export type ParameterValidator = (answers: unknown) => Violation[];

const MAX_SCHEMA_CHARACTERS = 32 * 1024;
const MAX_ANSWER_CHARACTERS = 16 * 1024;
/** Templates of the catalog; then all go. */
const MAX_CACHED = 200;

const cache = new Map<string, Result<ParameterValidator, string>>();

/**
 * Compiles the JSON Schema (2020-12) of a template's further questions; where it is none, says why. Regular expressions
 * run in linear time, references outside of it lead nowhere, and a name that it does not have is refused, as everywhere
 * in a declaration.
 */
export function parameterValidator(schema: Record<string, unknown>): Result<ParameterValidator, string> {
  const text = JSON.stringify(schema);
  if (text.length > MAX_SCHEMA_CHARACTERS) return err(`is longer than ${MAX_SCHEMA_CHARACTERS / 1024} KiB`);
  const known = cache.get(text);
  if (known !== undefined) return known;
  if (cache.size >= MAX_CACHED) cache.clear();
  const compiled = compile(schema);
  cache.set(text, compiled);
  return compiled;
}

function compile(schema: Record<string, unknown>): Result<ParameterValidator, string> {
  try {
    const check = makeAjv().compile({ type: "object", ...closed(schema), ...schema });
    return ok((answers) => {
      if (JSON.stringify(answers).length > MAX_ANSWER_CHARACTERS) return [TOO_LARGE];
      try {
        if (check(answers)) return [];
      } catch {
        // A schema that refers to itself without end: its author is told by the same words when it is checked.
        return [ENDLESS];
      }
      return distinct((check.errors ?? []).flatMap((error: ErrorObject) => sayParameterError(error)));
    });
  } catch (error) {
    return err(reasonOf(error));
  }
}

function makeAjv(): Ajv2020 {
  // Its type wants all of RegExp. The validator calls `test`, and keeps patterns apart by `toString`.
  const make = (pattern: string) => Object.assign(linearPattern(pattern), { toString: () => pattern });
  const regExp = Object.assign(make, { code: "" }) as unknown as RegExpEngine;
  return new Ajv2020({
    allErrors: true,
    strictTypes: false,
    strictRequired: false,
    // A format is a note to the reader: https://json-schema.org/draft/2020-12/json-schema-validation#section-7.2.1
    validateFormats: false,
    verbose: true,
    logger: false,
    code: { regExp },
  });
}
type RegExpEngine = NonNullable<NonNullable<NonNullable<ConstructorParameters<typeof Ajv2020>[0]>["code"]>["regExp"]>;

function closed(schema: Record<string, unknown>): { additionalProperties?: false } {
  const open = [
    "additionalProperties",
    "unevaluatedProperties",
    "patternProperties",
    "$ref",
    "allOf",
    "anyOf",
    "oneOf",
  ];
  return open.some((keyword) => Object.hasOwn(schema, keyword)) ? {} : { additionalProperties: false };
}

const TOO_LARGE: Violation = {
  path: "",
  reason: `are longer than ${MAX_ANSWER_CHARACTERS / 1024} KiB`,
  remedy: "Give less, or put what is long into a file.",
  severity: "error",
};

const ENDLESS: Violation = {
  path: "",
  reason: "cannot be held against the template's schema, which refers to itself without end",
  remedy: "Tell the owner of the template.",
  severity: "error",
};

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : "it cannot be read";
  const words = message
    .replace(/^schema is invalid: /, "")
    .replace(/^strict mode: /, "")
    .replaceAll("data/", "");
  return `is not JSON Schema 2020-12: ${words.length > 300 ? `${words.slice(0, 300)}…` : words}`;
}

function distinct(violations: readonly Violation[]): Violation[] {
  return [...new Map(violations.map((violation) => [`${violation.path} ${violation.reason}`, violation])).values()];
}
