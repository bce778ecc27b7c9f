import type { Metadata } from "next";
import { HomeScreen } from "../../features/home/home-screen.tsx";
import { LiveRefresh } from "../../features/live/live-refresh.tsx";
import { ask } from "../../page/ask.ts";

export const metadata: Metadata = { title: "Home" };

const MOST_SERVICES = 20;
const MOST_ACTIVITY = 12;

export default async function HomePage() {
  const [me, mine, notHealthy, activity, environments] = await ask((api) =>
    Promise.all([
      api.session.me(),
      api.service.list({ mine: true, limit: MOST_SERVICES }),
      api.service.list({ notHealthy: true, limit: MOST_SERVICES }),
      api.activity.list({ limit: MOST_ACTIVITY }),
      api.environment.list(),
    ]),
  );
  return (
    <>
      <HomeScreen
        person={me.name}
        mine={mine.items}
        notHealthy={notHealthy.items}
        activity={activity}
        environments={environments}
      />
      <LiveRefresh watch={[{ kind: "service" }, { kind: "catalog" }]} />
    </>
  );
}
