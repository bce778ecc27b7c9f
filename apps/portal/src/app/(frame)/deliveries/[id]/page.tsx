import type { Metadata } from "next";
import { DeployScreen } from "../../../../features/delivery/deploy-screen.tsx";
import { mergeEvents } from "../../../../features/delivery/merge-events.ts";
import { LiveRefresh } from "../../../../features/live/live-refresh.tsx";
import { ask } from "../../../../page/ask.ts";

export const metadata: Metadata = { title: "Delivery" };

const MOST_EVENTS = 500;

export default async function DeliveryPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { deliveries, events } = await ask(async (api) => {
    const deliveries = await api.delivery.deploy({ id });
    const events = await Promise.all(
      deliveries.map((each) => api.delivery.events({ id: each.id, limit: MOST_EVENTS })),
    );
    return { deliveries, events };
  });
  return (
    <>
      <DeployScreen
        deliveries={deliveries}
        events={mergeEvents(
          deliveries,
          events.map(({ items }) => items),
        )}
      />
      <LiveRefresh watch={deliveries.map((delivery) => ({ kind: "delivery", id: delivery.id }))} />
    </>
  );
}
