import "server-only";
import { ask } from "../../page/ask.ts";
import { loadClusters } from "../cluster/load-clusters.ts";
import { describeStanding } from "./describe-standing.ts";
import type { FrameData } from "./frame.tsx";

/** What stands around every page: who is signed in, and whether the clusters answer. */
export async function loadFrame(): Promise<FrameData> {
  const [clusters, [me, services, policies]] = await Promise.all([
    loadClusters(),
    ask((api) => Promise.all([api.session.me(), api.service.list({ limit: 1 }), api.policy.count()])),
  ]);
  return {
    person: { name: me.name, email: me.email, standing: describeStanding(me) },
    clusters: clusters.map(({ name, unreachableSince, preparation }) => ({
      name,
      // One that is being prepared is not missed yet.
      unreachableSince: preparation === undefined ? unreachableSince : undefined,
      preparation,
    })),
    services: services.total,
    policies,
  };
}
