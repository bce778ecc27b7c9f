import { ClusterError, type ClusterReference } from "@fairlead/application";
import type { Leases, LoopDeps } from "./loop-deps.ts";
import { pause } from "./pause.ts";

const LEASE = "probe-clusters";
const EVERY_MS = 5000;

/** Asks every cluster whether it is there and what it offers, one process for all, until the signal. */
export async function probeClustersLoop(deps: LoopDeps & { leases: Leases }): Promise<void> {
  const { observations, leases, log, signal } = deps;
  while (!signal.aborted) {
    try {
      if (await leases.take(LEASE)) {
        // At once: one that does not answer takes its whole deadline.
        await Promise.all((await observations.clusters()).map((reference) => probe(deps, reference)));
      }
    } catch (error) {
      log.error({ err: error }, "clusters could not be looked at");
    }
    await pause(EVERY_MS, signal);
  }
  await leases.giveBack(LEASE).catch(() => {});
}

async function probe({ clusters, observations, log, metrics }: LoopDeps, reference: ClusterReference): Promise<void> {
  const { name } = reference;
  try {
    const cluster = await clusters.cluster(reference);
    await observations.reached(name, await cluster.probe());
    metrics.clusterUp.set({ cluster: name }, 1);
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error;
    metrics.clusterUp.set({ cluster: name }, 0);
    log.debug({ cluster: name, reason: error.message }, "a cluster does not answer");
    await observations.unreachable(name, error.message);
  }
}
