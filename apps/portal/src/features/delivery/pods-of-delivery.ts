import type { PodLook } from "@fairlead/ui";
import type { DeliveryView } from "./delivery-view.ts";

const LOOKS = new Map<string, PodLook>([
  ["Healthy", "serving"],
  ["Progressing", "coming"],
  ["Degraded", "failed"],
]);
const ORDER: readonly PodLook[] = ["serving", "coming", "failed", "waited"];

/** The pods that were seen, and those that are wanted but not there. */
export function podsOfDelivery({ pods, wantedReplicas }: DeliveryView): PodLook[] {
  const seen = pods.map(({ health }) => LOOKS.get(health) ?? "waited");
  const absent = Array.from({ length: Math.max(0, wantedReplicas - seen.length) }, () => "waited" as const);
  return [...seen, ...absent].toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
}
