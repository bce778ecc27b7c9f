import type { CallViolation } from "../../../browser/problem.ts";
import { type Group, readAt } from "./path.ts";
import { placeViolations } from "./place-violations.ts";

export interface SortedViolations {
  /** What to show at each field: the first that is an error. */
  atField: ReadonlyMap<string, CallViolation>;
  /** What to show in the panel, errors first, each with the field where it is mended. */
  listed: readonly { violation: CallViolation; field: string | undefined }[];
  /** Fields that wait for an answer: nobody has been there yet, so nothing is wrong there yet. */
  open: readonly string[];
  /** Fields where what the template suggests does not do here: to settle, but nobody's mistake. Said at the field only. */
  toSettle: ReadonlySet<string>;
}

export interface SortQuestion {
  violations: readonly CallViolation[];
  /** The paths of all fields that are shown. */
  fields: readonly string[];
  draft: Group;
  environment: string;
  /** Whether somebody has been at a field, or has tried to save. */
  wasSeen: (field: string) => boolean;
  /** Whether the answer at a field is the template's, and nobody's own. */
  isSuggested: (field: string) => boolean;
}

/** What of all that is wrong is shown, and where. A form that nobody has filled in yet is not full of mistakes. */
export function sortViolations(question: SortQuestion): SortedViolations {
  const { violations, fields, draft, environment, wasSeen, isSuggested } = question;
  const { byField, others } = placeViolations(violations, fields, draft, environment);
  const isOpen = (field: string) => !wasSeen(field) && readAt(draft, field) === undefined;
  const open: string[] = [];
  const toSettle = new Set<string>();
  const atField = new Map<string, CallViolation>();
  const listed = others.map((violation): SortedViolations["listed"][number] => ({ violation, field: undefined }));
  for (const [field, found] of byField) {
    const error = found.find(({ severity }) => severity === "error");
    if (error !== undefined && isOpen(field) && isMissing(error)) {
      open.push(field);
      continue;
    }
    if (error !== undefined) atField.set(field, error);
    if (error !== undefined && error.policy === undefined && !wasSeen(field) && isSuggested(field)) {
      toSettle.add(field);
      continue;
    }
    listed.push(...found.map((violation) => ({ violation, field })));
  }
  const rank = ({ violation }: SortedViolations["listed"][number]) => RANK[violation.severity];
  return { atField, listed: listed.toSorted((a, b) => rank(a) - rank(b)), open, toSettle };
}

const RANK = { error: 0, warning: 1, note: 2 } as const satisfies Record<CallViolation["severity"], number>;

/** Rules of fields say “is missing”; what a policy says is never about an answer that was not given yet. */
function isMissing({ policy, reason }: CallViolation): boolean {
  return policy === undefined && reason === "is missing";
}
