import type { DeliveryEventView } from "./delivery-view.ts";

/** The events of several clusters as one list, the latest first, each with its cluster where there are several. */
export function mergeEvents(
  deliveries: readonly { cluster: string }[],
  events: readonly (readonly DeliveryEventView[])[],
): DeliveryEventView[] {
  return events
    .flatMap((list, at) =>
      list.map((event) => (deliveries.length > 1 ? { ...event, cluster: deliveries[at]?.cluster } : event)),
    )
    .toSorted((a, b) => b.at.localeCompare(a.at) || Number(b.id) - Number(a.id));
}
