import { loadService } from "../../../../../features/service/load-service.ts";
import { OverviewTab } from "../../../../../features/service/overview-tab.tsx";
import { ask } from "../../../../../page/ask.ts";

const MOST_ACTIVITY = 6;
const MOST_DELIVERIES = 6;

export default async function OverviewPage({ params }: { params: Promise<{ name: string }> }) {
  const { name, places, decisions } = await loadService((await params).name);
  const [activity, deliveries, exceptions] = await ask((api) =>
    Promise.all([
      api.activity.list({ subject: { kind: "Service", name }, limit: MOST_ACTIVITY }),
      api.service.deliveries({ name }),
      api.exception.ofService({ name }),
    ]),
  );
  return (
    <OverviewTab
      service={name}
      activity={activity}
      deliveries={deliveries.slice(0, MOST_DELIVERIES)}
      places={places}
      decisions={decisions}
      exceptions={exceptions}
      now={new Date()}
    />
  );
}
