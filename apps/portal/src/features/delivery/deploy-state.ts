import { isEnded } from "@fairlead/domain";
import type { StateName } from "@fairlead/ui";
import { deliveryState } from "./delivery-state.ts";
import type { DeliveryView } from "./delivery-view.ts";

/** How a deploy is over all its clusters: as its only one, else a failure first, then what is still under way. */
export function deployState(deliveries: readonly DeliveryView[]): { name: StateName; word: string; detail?: string } {
  const [only] = deliveries;
  if (only !== undefined && deliveries.length === 1) return deliveryState(only);
  const failed = deliveries.filter(({ state }) => state === "failed");
  if (failed.length > 0)
    return { name: "Failed", word: `Failed on ${failed.map(({ cluster }) => cluster).join(", ")}` };
  if (deliveries.every(({ state }) => isEnded(state))) {
    return deliveries.some(({ state }) => state === "superseded")
      ? { name: "Suspended", word: "Overtaken by a later one" }
      : { name: "Healthy", word: "Serves everywhere" };
  }
  const ready = deliveries.reduce((total, { readyReplicas }) => total + readyReplicas, 0);
  const wanted = deliveries.reduce((total, { wantedReplicas }) => total + wantedReplicas, 0);
  if (wanted > 0) return { name: "Progressing", word: `${ready} of ${wanted} pods serve` };
  return deliveries.every(({ state }) => state === "queued")
    ? { name: "Waiting", word: "Waiting" }
    : { name: "Progressing", word: "Applying" };
}
