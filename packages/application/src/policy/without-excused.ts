import { type Exception, exceptionsInForce, excusedPolicies } from "@fairlead/domain";
import type { PolicyFinding } from "./policy-reader.ts";

/**
 * The findings that no exception lets off at that moment. Findings are kept without regard to exceptions, which come
 * and go while a rendering stays the same; so they are left out when somebody looks.
 */
export function withoutExcused(
  findings: readonly PolicyFinding[],
  exceptions: readonly Exception[],
  now: Date,
): PolicyFinding[] {
  const excused = new Map<string, ReadonlySet<string>>();
  for (const { service, environments } of exceptions) {
    for (const environment of environments) {
      const place = placeOf(service, environment);
      if (excused.has(place)) continue;
      const inForce = exceptionsInForce(exceptions, { service, environment, now });
      excused.set(place, new Set(excusedPolicies(inForce).keys()));
    }
  }
  return findings.filter(
    ({ service, environment, policy }) => excused.get(placeOf(service, environment))?.has(policy) !== true,
  );
}

function placeOf(service: string, environment: string): string {
  return `${service} ${environment}`;
}
