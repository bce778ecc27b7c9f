import type { DeliveryState } from "@fairlead/domain";
import type { StateName } from "@fairlead/ui";
import type { DeliveryView } from "./delivery-view.ts";

interface DeliveryLook {
  name: StateName;
  word: string;
}

/** A delivery's state as a state to show. */
export const DELIVERY_LOOKS = {
  queued: { name: "Waiting", word: "Waiting" },
  applying: { name: "Progressing", word: "Applying" },
  verifying: { name: "Progressing", word: "Starting" },
  succeeded: { name: "Healthy", word: "Serves" },
  failed: { name: "Failed", word: "Failed" },
  superseded: { name: "Suspended", word: "Overtaken by a later one" },
} as const satisfies Record<DeliveryState, DeliveryLook>;

/** How a delivery is: a cluster that is away or not there yet comes first, because then nothing else can be known. */
export function deliveryState(delivery: DeliveryView): { name: StateName; word: string; detail?: string } {
  const { state, readyReplicas, wantedReplicas } = delivery;
  const ended = state === "succeeded" || state === "failed" || state === "superseded";
  if (!ended && delivery.clusterPreparation !== undefined) {
    return { name: "Waiting", word: "Waiting for the cluster to be prepared" };
  }
  if (!ended && delivery.clusterUnreachableSince !== undefined) {
    return { name: "Unreachable", word: "The cluster cannot be reached" };
  }
  if (!ended && delivery.beforeDeploy?.state === "running") {
    return { name: "Progressing", word: "Runs the step before the deploy" };
  }
  const look = DELIVERY_LOOKS[state];
  return state === "verifying" ? { ...look, detail: `${readyReplicas} of ${wantedReplicas}` } : look;
}
