import type { Metadata } from "next";
import { loadClusters } from "../../features/cluster/load-clusters.ts";
import { withAway } from "../../features/cluster/with-away.ts";
import { HomeScreen } from "../../features/home/home-screen.tsx";
import { LiveRefresh } from "../../features/live/live-refresh.tsx";
import { ask } from "../../page/ask.ts";

export const metadata: Metadata = { title: "Home" };

const MOST_SERVICES = 20;
const MOST_ASKED = 5;
const MOST_ACTIVITY = 12;

export default async function HomePage() {
  const [me, mine, notHealthy, activity, environments, clusters, asked] = await ask((api) =>
    Promise.all([
      api.session.me(),
      api.service.list({ mine: true, limit: MOST_SERVICES }),
      api.service.list({ notHealthy: true, limit: MOST_SERVICES }),
      api.activity.list({ limit: MOST_ACTIVITY }),
      api.environment.list(),
      loadClusters(),
      api.exception.list({ filter: "requested", limit: MOST_ASKED }),
    ]),
  );
  return (
    <>
      <HomeScreen
        me={me}
        mine={mine.items}
        notHealthy={notHealthy.items}
        activity={activity}
        asked={me.platformEngineer ? asked.items : []}
        now={new Date()}
        environments={withAway(environments, clusters)}
      />
      <LiveRefresh watch={[{ kind: "service" }, { kind: "catalog" }]} />
    </>
  );
}
