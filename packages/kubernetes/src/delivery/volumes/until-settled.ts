import { ClusterError } from "@fairlead/application";
import type { KubernetesObject } from "@fairlead/domain";
import type { Session } from "../../credentials/session.ts";
import { waitUntil } from "../../wait-until.ts";
import { podsOfSet } from "./pods-of-set.ts";

/** Much longer than the garbage collector, which hears of pods and of StatefulSets apart, takes to hear of either. */
const SETTLED_MS = 5000;
const PATIENCE_MS = 20_000;

/**
 * Waits until nobody has given a StatefulSet another pod for a while. When it is deleted, the garbage collector lets go
 * of the pods that it knows as its own; one that it hears of afterwards has an owner that is not there any more, and is
 * deleted: https://kubernetes.io/docs/concepts/architecture/garbage-collection/#owners-dependents
 *
 * @throws ClusterError `busy` where its pods keep changing
 */
export async function untilSettled(reader: Session, set: KubernetesObject): Promise<void> {
  const { name, uid } = set.metadata;
  let before = "";
  let since = performance.now();
  const isSettled = async () => {
    const pods = await podsOfSet(reader, set);
    const seen = JSON.stringify(pods);
    if (seen !== before || pods.some(({ owner }) => owner !== uid)) since = performance.now();
    before = seen;
    return performance.now() - since >= SETTLED_MS;
  };
  if (await waitUntil(isSettled, PATIENCE_MS)) return;
  const message = `the pods of StatefulSet ${name} keep changing, and it is made anew for its larger volumes once they don't`;
  throw new ClusterError("busy", reader.cluster, message);
}
