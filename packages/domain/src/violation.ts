export const SEVERITIES = ["error", "warning", "note"] as const;

/** An error stops what was asked; a warning is shown and lets it pass; a note is for whoever wants to know. */
export type Severity = (typeof SEVERITIES)[number];

/**
 * One thing that is wrong, and how to mend it. Schemas, rules and policies all speak this way, so that a form,
 * a terminal and an API show the same words at the same place.
 */
export interface Violation {
  /** Where: a dotted path in the declaration such as `spec.scale.min`; empty for the document as a whole. */
  path: string;
  /** Why it is wrong, as a sentence a colleague would say. */
  reason: string;
  /** What to do about it, as a sentence. */
  remedy: string;
  severity: Severity;
  /** The policy that says so, where one does. */
  policy?: string;
  /** The object that breaks the policy, as `Kind/name`. */
  object?: string;
  /** A JSON merge patch on `spec` that mends it, where that is safe. */
  fix?: { label: string; patch: Record<string, unknown> };
  /** Allowed all the same, by an exception that holds until a moment (RFC 3339). Such a one stops nothing. */
  exception?: { number: number; until: string };
}

export function hasErrors(violations: readonly Violation[]): boolean {
  return violations.some((violation) => violation.severity === "error");
}
