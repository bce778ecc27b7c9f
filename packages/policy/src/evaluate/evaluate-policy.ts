import type { PolicySpec } from "../document/policy-document-schema.ts";
import { Budget } from "./budget.ts";
import type { CompiledPolicy, CompiledValidation } from "./compiled-policy.ts";
import { lazyVariables } from "./lazy-variables.ts";

/** What one validation has against an object. */
export interface Failure {
  readonly outcome: "denied" | "error";
  readonly message: string;
  readonly reason: string;
}

export interface Evaluation {
  readonly failures: readonly Failure[];
  /** All that the policy's expressions could name, its variables included; for texts about the failures. */
  readonly scope: Readonly<Record<string, unknown>>;
}

const NO_FAILURES: readonly Failure[] = [];

/** Asks one policy about one object. `base` holds values of CEL: object, oldObject, request, params, namespaceObject. */
export function evaluatePolicy(compiled: CompiledPolicy, base: Readonly<Record<string, unknown>>): Evaluation {
  const budget = new Budget();
  const scope = { ...base, variables: lazyVariables(compiled.variables, base, budget) };
  const conditions = evaluateConditions(compiled, scope, budget);
  if (conditions !== "all hold") return { failures: conditions, scope };
  const failures = compiled.validations.flatMap((validation) =>
    evaluateValidation(validation, compiled.policy.spec, scope, budget),
  );
  return { failures, scope };
}

/** One that does not hold excuses the object, whatever errors there are beside it. */
function evaluateConditions(
  { conditions, policy }: CompiledPolicy,
  scope: Readonly<Record<string, unknown>>,
  budget: Budget,
): "all hold" | readonly Failure[] {
  const errors: Failure[] = [];
  for (const { name, program } of conditions) {
    const result = budget.evaluate(program, scope);
    if (result.ok && result.value === false) return NO_FAILURES;
    if (!result.ok) errors.push(errorOf(`The condition ${name} cannot be evaluated: ${result.error.message}.`));
    else if (result.value !== true) errors.push(errorOf(`The condition ${name} is neither true nor false.`));
  }
  if (errors.length === 0) return "all hold";
  return policy.spec.failurePolicy === "Fail" ? errors : NO_FAILURES;
}

function evaluateValidation(
  validation: CompiledValidation,
  spec: PolicySpec,
  scope: Readonly<Record<string, unknown>>,
  budget: Budget,
): readonly Failure[] {
  const result = budget.evaluate(validation.program, scope);
  if (result.ok && result.value === true) return NO_FAILURES;
  if (result.ok && result.value === false) {
    const message = messageOf(validation, scope, budget);
    return [{ outcome: "denied", message, reason: validation.source.reason ?? "Invalid" }];
  }
  if (spec.failurePolicy === "Ignore") return NO_FAILURES;
  const why = result.ok ? "it gives neither true nor false" : result.error.message;
  return [errorOf(`expression '${validation.source.expression.trim()}' resulted in error: ${why}`)];
}

const MAX_MESSAGE_LENGTH = 5 * 1024;

/** As the API server: the computed message if it is one usable line, else the fixed one, else the expression. */
function messageOf(
  { source, message }: CompiledValidation,
  scope: Readonly<Record<string, unknown>>,
  budget: Budget,
): string {
  const computed = message === undefined ? undefined : budget.evaluate(message, scope);
  if (computed?.ok === true && typeof computed.value === "string") {
    const text = computed.value.trim();
    if (text !== "" && text.length <= MAX_MESSAGE_LENGTH && !text.includes("\n")) return text;
  }
  return source.message?.trim() ?? `failed expression: ${source.expression.trim()}`;
}

function errorOf(message: string): Failure {
  return { outcome: "error", message, reason: "Invalid" };
}
