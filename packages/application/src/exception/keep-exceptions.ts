import { exceptionsInForce, excusedPolicies } from "@fairlead/domain";
import type { ClusterPort } from "../delivery/cluster-port.ts";
import type { ExceptionLabelStore } from "./exception-label-store.ts";

export interface KeepExceptionsDeps {
  labels: ExceptionLabelStore;
  now(): Date;
}

/**
 * Brings the labels of a cluster's namespaces in step with the exceptions that hold now: level-triggered, so it may be
 * killed anywhere. Asks the cluster only about namespaces where what was last seen is not what should be.
 *
 * @returns how many namespaces were changed
 */
export async function keepExceptions(
  { labels, now }: KeepExceptionsDeps,
  cluster: string,
  port: Pick<ClusterPort, "labelExceptions">,
): Promise<number> {
  const moment = now();
  const { places, exceptions } = await labels.places(cluster, moment);
  let changed = 0;
  for (const { destinationId, service, environment, namespace, seen } of places) {
    const inForce = exceptionsInForce(exceptions, { service, environment, now: moment });
    const wanted = [...excusedPolicies(inForce).keys()].sort();
    if (isSame(wanted, seen)) continue;
    const isThere = await port.labelExceptions({ namespace, policies: wanted });
    // Nothing was delivered there yet; the first delivery brings them along.
    await labels.saw(destinationId, isThere ? wanted : []);
    changed += 1;
  }
  return changed;
}

/** Looks at all managed namespaces of a cluster: what somebody changed by hand shows, and is put right the next time. */
export async function lookForExceptions(
  { labels }: Pick<KeepExceptionsDeps, "labels">,
  cluster: string,
  port: Pick<ClusterPort, "exceptionLabels">,
): Promise<void> {
  await labels.sawAll(cluster, await port.exceptionLabels());
}

function isSame(wanted: readonly string[], seen: readonly string[]): boolean {
  return wanted.length === seen.length && wanted.every((policy) => seen.includes(policy));
}
