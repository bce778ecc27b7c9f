import { ClusterError } from "@fairlead/application";
import { afterFence } from "./after-fence.ts";

/** A write that the cluster judges, and that changes nothing. */
export type Trial = () => Promise<unknown>;

/** Lets the cluster judge every write, so that one that it refuses stops the delivery before anything has changed. */
export async function tryAll(cluster: string, trials: readonly Trial[]): Promise<void> {
  const [first, ...others] = trials;
  if (first === undefined) return;
  await afterFence(first);
  const settled = await Promise.allSettled(others.map((trial) => trial()));
  const failures = settled.flatMap((each) => (each.status === "rejected" ? [each.reason as unknown] : []));
  const refusals = failures.filter(isRefusal);
  if (failures.length > refusals.length) throw failures.find((failure) => !isRefusal(failure));
  const [refusal, ...more] = refusals;
  if (refusal === undefined) return;
  const message = [refusal, ...more].map(({ message: text }) => text).join("; ");
  throw new ClusterError(refusal.failure, cluster, message);
}

function isRefusal(error: unknown): error is ClusterError {
  return error instanceof ClusterError && (error.failure === "invalid" || error.failure === "forbidden");
}
