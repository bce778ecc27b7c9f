import { EvaluationError, ParseError, type ParseResult, TypeError as TypeCheckError } from "@marcbachmann/cel-js";
import { type Identifiers, identifiersOf } from "./engine/identifiers-of.ts";
import { meterNodes } from "./engine/meter-nodes.ts";
import { rerouteCalls } from "./engine/reroute-calls.ts";
import { type FieldTypes, typeFields } from "./engine/type-fields.ts";
import { wrongPattern } from "./engine/wrong-pattern.ts";
import type { CelEnvironment } from "./environment.ts";
import { type CelMeter, CostExceeded, createMeter, withMeter } from "./meter.ts";
import type { CelError, CelErrorKind, CelResult } from "./result.ts";

/** An expression that was parsed and checked once and can be evaluated often. */
export interface CelProgram {
  readonly expression: string;
  /** The type that the check found, such as `bool`, `string`, `list<dyn>`; `dyn` where only the data decides. */
  readonly type: string;
  readonly identifiers: Identifiers;
  /** Ways to fields that the types given do not have, such as `request.operaton`. */
  readonly unknownFields: readonly string[];
  /** Evaluates with values of CEL (`toCelValue`). Never throws. Counts on the meter given, or on one of its own. */
  evaluate(variables: Readonly<Record<string, unknown>>, meter?: CelMeter): CelResult<unknown>;
}

const MAX_EXPRESSION_LENGTH = 64 * 1024;

/**
 * Parses and checks an expression. What is wrong with it is a value, never an exception.
 *
 * @param types of fields of the variables, where they are known; all else is `dyn`
 */
export function compile(
  expression: string,
  environment: CelEnvironment,
  types: FieldTypes = {},
): CelResult<CelProgram> {
  if (expression.length > MAX_EXPRESSION_LENGTH) {
    return failed("syntax", `The expression is longer than ${MAX_EXPRESSION_LENGTH} characters.`, expression);
  }
  try {
    const parsed = environment.engine.parse(expression);
    const wrong = wrongPattern(parsed.ast);
    if (wrong !== undefined) return failed("type", wrong, expression);
    rerouteCalls(parsed.ast);
    const unknownFields = typeFields(parsed.ast, types);
    const checked = parsed.check();
    if (!checked.valid) return { ok: false, error: toCelError(checked.error, expression) };
    meterNodes(parsed.ast);
    return { ok: true, value: { ...programOf(expression, checked.type ?? "dyn", parsed), unknownFields } };
  } catch (error) {
    return { ok: false, error: toCelError(error, expression) };
  }
}

function programOf(expression: string, type: string, parsed: ParseResult): Omit<CelProgram, "unknownFields"> {
  return {
    expression,
    type,
    identifiers: identifiersOf(parsed.ast),
    evaluate(variables, meter = createMeter()) {
      try {
        const value: unknown = withMeter(meter, () => parsed(variables));
        // `a || b` and `exists` swallow an error of one side: what was spent decides, not what came out.
        if (meter.spent > meter.limit) return costly(meter, expression);
        return { ok: true, value };
      } catch (error) {
        if (error instanceof CostExceeded || meter.spent > meter.limit) return costly(meter, expression);
        return { ok: false, error: toCelError(error, expression) };
      }
    },
  };
}

function costly(meter: CelMeter, expression: string): CelResult<never> {
  meter.spent = Math.max(meter.spent, meter.limit + 1);
  const limit = meter.limit.toLocaleString("en-US");
  return failed("cost", `The expression takes too long: more than ${limit} units of work.`, expression);
}

function failed(kind: CelErrorKind, message: string, expression: string): CelResult<never> {
  return { ok: false, error: { kind, message, expression } };
}

function toCelError(error: unknown, expression: string): CelError {
  if (error instanceof ParseError) return located("syntax", error, expression);
  if (error instanceof TypeCheckError) return located("type", error, expression);
  if (error instanceof EvaluationError) return located("evaluation", error, expression);
  if (error instanceof RangeError) {
    return { kind: "cost", message: "The expression is nested too deeply or makes too much data.", expression };
  }
  return { kind: "evaluation", message: error instanceof Error ? error.message : String(error), expression };
}

function located(
  kind: CelErrorKind,
  error: { summary: string; range?: { start: number } },
  expression: string,
): CelError {
  const { summary: message, range } = error;
  return range === undefined ? { kind, message, expression } : { kind, message, expression, offset: range.start };
}
