import type { Metadata } from "next";
import { loadClusters } from "../../../features/cluster/load-clusters.ts";
import { withAway } from "../../../features/cluster/with-away.ts";
import { LiveRefresh } from "../../../features/live/live-refresh.tsx";
import { readServiceFilter } from "../../../features/service/service-filter.ts";
import { ServicesScreen } from "../../../features/service/services-screen.tsx";
import { ask } from "../../../page/ask.ts";

export const metadata: Metadata = { title: "Services" };

interface ServicesPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const PAGE_SIZE = 50;

export default async function ServicesPage({ searchParams }: ServicesPageProps) {
  const filter = readServiceFilter(await searchParams);
  const { text, mine, notHealthy, cursor } = filter;
  const [me, { items, total, nextCursor }, environments, clusters] = await ask((api) =>
    Promise.all([
      api.session.me(),
      api.service.list({ text, mine, notHealthy, cursor, limit: PAGE_SIZE }),
      api.environment.list(),
      loadClusters(),
    ]),
  );
  return (
    <>
      <ServicesScreen
        services={items}
        me={me}
        environments={withAway(environments, clusters)}
        filter={filter}
        total={total}
        nextCursor={nextCursor}
      />
      <LiveRefresh watch={[{ kind: "service" }, { kind: "catalog" }]} />
    </>
  );
}
