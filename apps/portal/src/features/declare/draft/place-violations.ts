import type { CallViolation } from "../../../browser/problem.ts";
import { type Group, readAt } from "./path.ts";

const IN_ENVIRONMENT = /^spec\.environments\.([^.]+)\.(.+)$/;

/**
 * Puts each violation to the field where it is mended: the field whose path begins its own. What comes from one
 * environment stands at that environment's own answer where it has one, else at the answer for all.
 */
export function placeViolations(
  violations: readonly CallViolation[],
  fields: readonly string[],
  draft: Group,
  environment: string,
): { byField: ReadonlyMap<string, readonly CallViolation[]>; others: readonly CallViolation[] } {
  const byField = new Map<string, CallViolation[]>();
  const others: CallViolation[] = [];
  for (const violation of violations) {
    const field = fieldOf(violation.path, fields, draft, environment);
    if (field === undefined) others.push(violation);
    else byField.set(field, [...(byField.get(field) ?? []), violation]);
  }
  return { byField, others };
}

function fieldOf(path: string, fields: readonly string[], draft: Group, environment: string): string | undefined {
  const [, where, inside] = IN_ENVIRONMENT.exec(path) ?? [];
  const rest = inside === undefined ? /^spec\.(.+)$/.exec(path)?.[1] : inside;
  const own = `spec.environments.${where ?? environment}.${rest}`;
  if (rest !== undefined && readAt(draft, own) !== undefined)
    return longest(fields, own) ?? longest(fields, `spec.${rest}`);
  return longest(fields, inside === undefined ? path : `spec.${inside}`);
}

/** The most precise field that holds a path. */
function longest(fields: readonly string[], path: string): string | undefined {
  return fields
    .filter((field) => path === field || path.startsWith(`${field}.`))
    .toSorted((a, b) => b.length - a.length)[0];
}
