import type { ClusterError, ClusterFailure } from "../cluster/cluster-error.ts";
import type { DeliverDeps } from "./deliver-deps.ts";
import type { DeliveryTask } from "./delivery-store.ts";
import { again, DONE, type Next } from "./next.ts";

/**
 * What a refusal means for a delivery: `wait` for the cluster, however long; `retry` a few times, since it may pass;
 * `fail`, because it would be refused every time.
 */
const ANSWER: Record<ClusterFailure, "wait" | "retry" | "fail"> = {
  away: "wait",
  unauthorized: "wait",
  busy: "retry",
  conflict: "retry",
  gone: "retry",
  "not-found": "retry",
  stale: "retry",
  forbidden: "fail",
  invalid: "fail",
};

/** Whether it would be refused every time. */
export function isFinal({ failure }: ClusterError): boolean {
  return ANSWER[failure] === "fail";
}

const ATTEMPTS = 8;
const RETRY_MS = { first: 1000, most: 30_000 };
/** A cluster's return wakes its deliveries; this is for the case that the wake-up was lost. */
const WAIT_MS = 15_000;

type FailureDeps = Pick<DeliverDeps, "deliveries" | "observations">;

/** Records why an attempt ended, and says when to try again, if ever. */
export async function afterFailure(deps: FailureDeps, id: string, error: ClusterError): Promise<Next> {
  // The attempt may have raised its number since it was found.
  const task = await deps.deliveries.find(id);
  if (task === undefined) return DONE;
  const { number, attempt, cluster } = task;
  const answer = ANSWER[error.failure];
  if (answer === "wait") {
    await deps.observations.unreachable(cluster.name, error.message);
    return waitForCluster(deps, task, `${cluster.name} is unreachable: ${error.message}`);
  }
  if (answer === "fail" || attempt + 1 >= ATTEMPTS) {
    const reason = `${cluster.name} refused it: ${error.message}`;
    await deps.deliveries.advance(id, number, { state: "failed", reason, events: [{ tone: "bad", message: reason }] });
    return DONE;
  }
  const state = task.state === "verifying" ? "verifying" : "queued";
  await deps.deliveries.advance(id, number, { state, reason: `Tries again: ${error.message}`, failedAttempt: true });
  return again(Math.min(RETRY_MS.first * 2 ** attempt, RETRY_MS.most));
}

/** Back to the queue until the cluster is there; said once for each time that it went away. */
export async function waitForCluster(
  { deliveries }: Pick<FailureDeps, "deliveries">,
  { id, number, state, reason: before, cluster }: DeliveryTask,
  reason: string,
): Promise<Next> {
  if (state !== "queued" || before !== reason) {
    const message = `Waits for ${cluster.name}, and goes on by itself`;
    await deliveries.advance(id, number, {
      state: "queued",
      reason,
      events: [{ tone: "warn", message, once: `waits at ${number}` }],
    });
  }
  return again(WAIT_MS);
}
