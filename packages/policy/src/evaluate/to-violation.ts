import type { Violation } from "@fairlead/domain";
import type { Verdict } from "./verdict.ts";

/** A verdict as forms, terminals and the API show it: what only audits is a note. */
export function toViolation(verdict: Verdict): Violation {
  const { policy, object, actions, path, fix } = verdict;
  const severity = actions.includes("Deny") ? "error" : actions.includes("Warn") ? "warning" : "note";
  const violation: Violation = {
    path,
    reason: verdict.message,
    remedy: policy.remedy,
    severity,
    policy: policy.id,
    object: `${object.kind}/${object.name}`,
  };
  return fix === undefined ? violation : { ...violation, fix };
}

/** All verdicts that a person should see. */
export function toViolations(verdicts: readonly Verdict[]): Violation[] {
  return verdicts.map(toViolation);
}
