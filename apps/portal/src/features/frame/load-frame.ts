import "server-only";
import { ask } from "../../page/ask.ts";
import { describeStanding } from "./describe-standing.ts";
import type { FrameData } from "./frame.tsx";

/** What stands around every page: who is signed in, and whether the clusters answer. */
export async function loadFrame(): Promise<FrameData> {
  const { me, clusters, services } = await ask(async (api) => {
    const [me, clusters, services] = await Promise.all([
      api.session.me(),
      api.cluster.list(),
      api.service.list({ limit: 1 }),
    ]);
    return { me, clusters, services: services.total };
  });
  return {
    person: { name: me.name, email: me.email, standing: describeStanding(me) },
    clusters: clusters.map(({ name, unreachableSince, preparation }) => ({ name, unreachableSince, preparation })),
    services,
  };
}
