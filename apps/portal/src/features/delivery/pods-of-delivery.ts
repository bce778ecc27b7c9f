import type { PodLook } from "@fairlead/ui";
import type { DeliveryView } from "./delivery-view.ts";

const LOOKS = new Map<string, PodLook>([
  ["Healthy", "serving"],
  ["Progressing", "coming"],
  ["Degraded", "failed"],
]);
const ORDER: readonly PodLook[] = ["serving", "coming", "failed", "waited"];

/** The pods that were seen, and those that are wanted but not there. The step before the deploy has one that never serves. */
export function podsOfDelivery({
  service,
  pods,
  wantedReplicas,
}: Pick<DeliveryView, "service" | "pods" | "wantedReplicas">): PodLook[] {
  const own = pods.filter(({ name }) => !name.startsWith(`${service}-before-deploy-`));
  const seen = own.map(({ health }) => LOOKS.get(health) ?? "waited");
  const absent = Array.from({ length: Math.max(0, wantedReplicas - seen.length) }, () => "waited" as const);
  return [...seen, ...absent].toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
}
