import type { CelProgram } from "../compile.ts";
import type { CelResult } from "../result.ts";
import { compileCached } from "./compile-cached.ts";
import type { InterpolationError } from "./interpolate.ts";
import { splitTemplateText } from "./split-template-text.ts";

/** An expression of a template that compiles, and where it stands: `["spec", "containers", 0, "image"]`. */
export interface CheckedExpression {
  path: readonly (string | number)[];
  program: CelProgram;
}

/** Compiles the `${…}` of all texts in a JSON value and evaluates none: what can be known before any answer is. */
export function checkTexts(
  value: unknown,
  names: readonly string[],
): { expressions: CheckedExpression[]; errors: InterpolationError[] } {
  const expressions: CheckedExpression[] = [];
  const errors: InterpolationError[] = [];
  const visit = (at: unknown, path: readonly (string | number)[]): void => {
    if (typeof at === "string" && at.includes("${")) checkText(at, path);
    else if (Array.isArray(at)) for (const [index, item] of at.entries()) visit(item, [...path, index]);
    else if (typeof at === "object" && at !== null)
      for (const [key, item] of Object.entries(at)) visit(item, [...path, key]);
  };
  const checkText = (text: string, path: readonly (string | number)[]): void => {
    const pieces = splitTemplateText(text);
    if (pieces === undefined) errors.push({ kind: "syntax", message: "A ${ is never closed.", expression: text, path });
    for (const piece of pieces ?? []) {
      if (piece.kind === "text") continue;
      const compiled = compileCached(piece.expression, names);
      if (compiled.ok) expressions.push({ path, program: compiled.value });
      else errors.push({ ...compiled.error, path });
    }
  };
  visit(value, []);
  return { expressions, errors };
}

/** Types of which a condition may be: `dyn` where only the answers decide. */
const CONDITIONS = ["bool", "dyn"];

/** Compiles a bare condition, such as a `when`, and evaluates nothing. */
export function checkCondition(expression: string, names: readonly string[]): CelResult<CelProgram> {
  const compiled = compileCached(expression, names);
  if (!compiled.ok || CONDITIONS.includes(compiled.value.type)) return compiled;
  const message = `The condition is neither true nor false: it is a ${compiled.value.type}.`;
  return { ok: false, error: { kind: "type", message, expression } };
}
