import { ClusterError } from "../cluster/cluster-error.ts";
import { bringObjects } from "./bring-objects.ts";
import type { DeliverDeps } from "./deliver-deps.ts";
import type { DeliveryTask } from "./delivery-store.ts";
import { afterFailure, waitForCluster } from "./failed-attempt.ts";
import { DONE, type Next } from "./next.ts";
import { verifyDelivery } from "./verify-delivery.ts";

/**
 * Brings a release one step nearer to serving at its destination. Level-triggered: it looks at how things are and does
 * what is missing, so it may be killed anywhere and run again, by anybody.
 */
export async function deliverRelease(deps: DeliverDeps, id: string): Promise<Next> {
  const task = await deps.deliveries.find(id);
  if (task === undefined) return DONE;
  const missing = whatIsMissing(task);
  if (missing !== undefined) return waitForCluster(deps, task, missing);
  try {
    const cluster = await deps.clusters.cluster(task.cluster);
    return task.state === "verifying"
      ? await verifyDelivery(deps, cluster, task)
      : await bringObjects(deps, cluster, task);
  } catch (error) {
    if (error instanceof ClusterError) return afterFailure(deps, id, error);
    throw error;
  }
}

/** A cluster that is known to be away is not asked: one that does not answer must not hold up the others. */
function whatIsMissing({ cluster }: DeliveryTask): string | undefined {
  if (cluster.preparation !== undefined) return `${cluster.name} is being prepared: ${cluster.preparation}`;
  if (cluster.unreachableReason !== undefined) return `${cluster.name} is unreachable: ${cluster.unreachableReason}`;
  return undefined;
}
