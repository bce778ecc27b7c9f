import type { PolicySpec } from "../document/policy-document-schema.ts";
import { Budget, type Outcomes } from "./budget.ts";
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
  /** What failed although the binding may only warn or audit: an audit annotation that cannot be worked out. */
  readonly refusals: readonly Failure[];
  readonly annotations: readonly { readonly key: string; readonly value: string }[];
  /** All that the policy's expressions could name, its variables included; for texts about the failures. */
  readonly scope: Readonly<Record<string, unknown>>;
}

const NO_FAILURES: readonly Failure[] = [];

/**
 * Asks one policy about one object. `base` holds values of CEL: object, oldObject, request, params, namespaceObject.
 *
 * @param outcomes of what was asked of the same object before, by other policies that were compiled together with this
 */
export function evaluatePolicy(
  compiled: CompiledPolicy,
  base: Readonly<Record<string, unknown>>,
  outcomes: Outcomes = [],
): Evaluation {
  const nothing = { refusals: NO_FAILURES, annotations: [], scope: base };
  const conditions = evaluateConditions(compiled, base, outcomes);
  if (conditions !== "all hold") return { ...nothing, failures: conditions };
  const budget = new Budget("validations", outcomes);
  const scope = { ...base, variables: lazyVariables(compiled.variables, base, budget) };
  const failures: Failure[] = [];
  for (const validation of compiled.validations) {
    failures.push(...evaluateValidation(validation, compiled.policy.spec, scope, budget));
    // What comes after is not looked at, and what came before is not told.
    if (budget.isSpent) return { ...nothing, failures: errorUnlessIgnored(compiled, OUT_OF_BUDGET), scope };
  }
  if (compiled.annotations.length === 0) return { ...nothing, failures, scope };
  return { failures, ...annotate(compiled, base, outcomes), scope };
}

const OUT_OF_BUDGET = "The policy takes too long: it has used up its allowance for one object.";

/**
 * One that does not hold excuses the object, whatever errors there are beside it. The API server evaluates them before
 * it has looked the namespace up, so that is null in them.
 */
function evaluateConditions(
  compiled: CompiledPolicy,
  base: Readonly<Record<string, unknown>>,
  outcomes: Outcomes,
): "all hold" | readonly Failure[] {
  if (compiled.conditions.length === 0) return "all hold";
  const budget = new Budget("conditions", outcomes);
  const scope = { ...base, namespaceObject: null };
  const errors: string[] = [];
  for (const { name, program, share } of compiled.conditions) {
    const result = budget.evaluate(program, scope, share);
    if (result.ok && result.value === false) return NO_FAILURES;
    if (!result.ok) errors.push(`The condition ${name} cannot be evaluated: ${result.error.message}.`);
    else if (result.value !== true) errors.push(`The condition ${name} is neither true nor false.`);
  }
  return errors.length === 0 ? "all hold" : errorUnlessIgnored(compiled, errors.join(" "));
}

function errorUnlessIgnored({ policy }: CompiledPolicy, message: string): readonly Failure[] {
  return policy.spec.failurePolicy === "Fail" ? [errorOf(message)] : NO_FAILURES;
}

/** What the policy writes into the audit log; texts that are empty, and null, are left out. */
function annotate(
  compiled: CompiledPolicy,
  base: Readonly<Record<string, unknown>>,
  outcomes: Outcomes,
): Pick<Evaluation, "refusals" | "annotations"> {
  const budget = new Budget("validations", outcomes);
  const scope = { ...base, variables: lazyVariables(compiled.variables, base, budget) };
  const annotations: { key: string; value: string }[] = [];
  const refusals: Failure[] = [];
  for (const { name: key, program } of compiled.annotations) {
    const result = budget.evaluate(program, scope);
    if (!result.ok) {
      refusals.push(...errorUnlessIgnored(compiled, `The audit annotation ${key} fails: ${result.error.message}.`));
    } else if (typeof result.value === "string") {
      const value = result.value.trim().slice(0, MAX_ANNOTATION_LENGTH);
      if (value !== "") annotations.push({ key, value });
    } else if (result.value !== null) {
      refusals.push(errorOf(`The audit annotation ${key} is neither a text nor null.`));
    }
  }
  return { refusals, annotations };
}

const MAX_ANNOTATION_LENGTH = 10 * 1024;

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

const MAX_MESSAGE_BYTES = 5 * 1024;

/** As the API server: the computed message if it is one usable line, else the fixed one, else the expression. */
function messageOf(
  { source, message }: CompiledValidation,
  scope: Readonly<Record<string, unknown>>,
  budget: Budget,
): string {
  const computed = message === undefined ? undefined : budget.evaluate(message, scope);
  if (computed?.ok === true && typeof computed.value === "string") {
    const text = computed.value.trim();
    const size = new TextEncoder().encode(text).length;
    if (text !== "" && size <= MAX_MESSAGE_BYTES && !text.includes("\n")) return text;
  }
  return source.message?.trim() || `failed expression: ${source.expression.trim()}`;
}

function errorOf(message: string): Failure {
  return { outcome: "error", message, reason: "Invalid" };
}
