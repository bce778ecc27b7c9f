import { type CelProgram, compile } from "../compile.ts";
import type { CelEnvironment } from "../environment.ts";
import { type CelMeter, createMeter } from "../meter.ts";
import type { CelError, CelResult } from "../result.ts";
import { fromCelValue } from "../values/from-cel-value.ts";
import { toCelValue } from "../values/to-cel-value.ts";
import { compileCached } from "./compile-cached.ts";
import { splitTemplateText, type TemplatePiece } from "./split-template-text.ts";

/** A mistake in a template, and where in it: `["spec", "containers", 0, "image"]`. */
export interface InterpolationError extends CelError {
  path: readonly (string | number)[];
}

export type InterpolationResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly errors: readonly InterpolationError[] };

/**
 * Fills in the `${…}` of all texts in a JSON value. A text that is only `${…}` becomes what the expression gives, with
 * its type; an empty optional leaves the field or list item out. Keys stay as they are. All mistakes at once.
 */
export function interpolate(value: unknown, variables: Readonly<Record<string, unknown>>): InterpolationResult {
  const names = Object.keys(variables);
  const scope = toScope(variables);
  return fillAll(value, scope, (expression) => compileCached(expression, names));
}

/** The same with variables that are values of CEL already, over an environment that names them. */
export function fillTemplate(
  value: unknown,
  variables: Readonly<Record<string, unknown>>,
  environment: CelEnvironment,
): InterpolationResult {
  return fillAll(value, variables, (expression) => compile(expression, environment));
}

function fillAll(value: unknown, values: Scope["values"], compileExpression: Scope["compile"]): InterpolationResult {
  const scope: Scope = { values, compile: compileExpression, meter: createMeter(), errors: [] };
  const filled = fill(value, [], scope);
  return scope.errors.length > 0 ? { ok: false, errors: scope.errors } : { ok: true, value: filled };
}

/** The value of a bare condition, such as the `when` of a template. */
export function evaluateCondition(
  expression: string,
  variables: Readonly<Record<string, unknown>>,
): CelResult<boolean> {
  const program = compileCached(expression, Object.keys(variables));
  if (!program.ok) return program;
  const result = program.value.evaluate(toScope(variables));
  if (!result.ok) return result;
  if (typeof result.value === "boolean") return { ok: true, value: result.value };
  return { ok: false, error: { kind: "type", message: "The condition is neither true nor false.", expression } };
}

interface Scope {
  readonly compile: (expression: string) => CelResult<CelProgram>;
  readonly values: Readonly<Record<string, unknown>>;
  readonly meter: CelMeter;
  readonly errors: InterpolationError[];
}

function toScope(variables: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, toCelValue(value)]));
}

function fill(value: unknown, path: readonly (string | number)[], scope: Scope): unknown {
  if (typeof value === "string") return value.includes("${") ? fillText(value, path, scope) : value;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    return value.map((item, index) => fill(item, [...path, index], scope)).filter((item) => item !== undefined);
  }
  const filled: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    const result = fill(item, [...path, key], scope);
    if (result !== undefined) filled[key] = result;
  }
  return filled;
}

function fillText(text: string, path: readonly (string | number)[], scope: Scope): unknown {
  const fail = (error: CelError): undefined => {
    scope.errors.push({ ...error, path });
    return undefined;
  };
  const pieces = splitTemplateText(text);
  if (pieces === undefined) return fail({ kind: "syntax", message: "A ${ is never closed.", expression: text });
  const [only] = pieces;
  if (pieces.length === 1 && only?.kind === "expression") {
    const result = evaluatePiece(only, scope);
    return result.ok ? result.value : fail(result.error);
  }
  let filled = "";
  for (const piece of pieces) {
    if (piece.kind === "text") {
      filled += piece.text;
      continue;
    }
    const result = evaluatePiece(piece, scope);
    if (!result.ok) return fail(result.error);
    if (typeof result.value === "object" || result.value === undefined) {
      return fail({
        kind: "type",
        message: "This is no text that could stand in a text.",
        expression: piece.expression,
      });
    }
    filled += String(result.value);
  }
  return filled;
}

function evaluatePiece(piece: Extract<TemplatePiece, { kind: "expression" }>, scope: Scope): CelResult<unknown> {
  const program = scope.compile(piece.expression);
  if (!program.ok) return program;
  const result = program.value.evaluate(scope.values, scope.meter);
  if (!result.ok) return result;
  try {
    return { ok: true, value: fromCelValue(result.value) };
  } catch (error) {
    const message = error instanceof Error ? error.message : "The result has no form in JSON.";
    return { ok: false, error: { kind: "evaluation", message, expression: piece.expression } };
  }
}
