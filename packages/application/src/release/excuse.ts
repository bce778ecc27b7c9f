import { type ExceptionInForce, excusedPolicies, policiesOf, type Violation } from "@fairlead/domain";

/** What policies found, with that which an exception in force allows no longer in the way. */
export function excuse(violations: readonly Violation[], inForce: readonly ExceptionInForce[]): Violation[] {
  const excused = excusedPolicies(inForce);
  return violations.map((violation) => {
    const exception = excused.get(violation.policy ?? "");
    // What is only noted stands in nobody's way.
    if (exception === undefined || violation.severity === "note") return violation;
    const { number, until, approvedBy } = exception;
    const remedy = `Allowed by exception ${number} until ${until.slice(0, 10)}, approved by ${approvedBy}.`;
    const { fix: _, ...rest } = violation;
    return { ...rest, severity: "warning", remedy, exception: { number, until } };
  });
}

/** The exceptions without which a rendering would be another one, or would not be let through. */
export function reliesOn(inForce: readonly ExceptionInForce[], violations: readonly Violation[]): number[] {
  const broken = new Set(violations.flatMap(({ exception, policy }) => (exception === undefined ? [] : [policy])));
  return inForce
    .filter(({ subject }) => subject.kind === "setting" || policiesOf(subject).some((policy) => broken.has(policy)))
    .map(({ number }) => number);
}
