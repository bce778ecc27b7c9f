import type { Exception, ExceptionSubject } from "./exception.ts";
import { exceptionState } from "./exception-state.ts";
import { EXCEPTION_SETTINGS } from "./setting.ts";

/** An exception as rendering, vetting and clusters need it, while it holds. Plain data: it is part of a digest. */
export interface ExceptionInForce {
  number: number;
  subject: ExceptionSubject;
  reason: string;
  /** RFC 3339. */
  until: string;
  approvedBy: string;
}

/**
 * The exceptions that hold for a service in an environment at a moment, by number. The only place where that is
 * decided: the evaluator, rendering, deliveries, clusters and the portal all ask here, so that none honours one that
 * the others do not.
 */
export function exceptionsInForce(
  exceptions: readonly Exception[],
  { service, environment, now }: { service: string; environment: string; now: Date },
): ExceptionInForce[] {
  return exceptions
    .filter(
      (exception) =>
        exception.service === service &&
        exception.environments.includes(environment) &&
        exceptionState(exception, now) === "in-force",
    )
    .map(({ number, subject, reason, until, decision }) => ({
      number,
      subject,
      reason,
      until: until.toISOString(),
      approvedBy: decision?.by ?? "",
    }))
    .sort((a, b) => a.number - b.number);
}

/** The policies that exceptions let a namespace off, each with the exception that does so for longest. */
export function excusedPolicies(inForce: readonly ExceptionInForce[]): Map<string, ExceptionInForce> {
  const excused = new Map<string, ExceptionInForce>();
  for (const exception of inForce) {
    for (const policy of policiesOf(exception.subject)) {
      const other = excused.get(policy);
      if (other === undefined || Date.parse(other.until) < Date.parse(exception.until)) excused.set(policy, exception);
    }
  }
  return excused;
}

/** The policies that refuse what an exception allows. */
export function policiesOf(subject: ExceptionSubject): readonly string[] {
  return subject.kind === "policy" ? [subject.policy] : EXCEPTION_SETTINGS[subject.setting].policies;
}
