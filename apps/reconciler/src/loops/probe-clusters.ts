import { ClusterError, type ClusterReference } from "@fairlead/application";
import type { Leases, LoopDeps } from "./loop-deps.ts";
import { pause } from "./pause.ts";

const LEASE = "probe-clusters";
const EVERY_MS = 5000;
/** What a cluster offers changes rarely, and asking costs ten questions. */
const DISCOVER_MS = 60_000;

/** Asks every cluster whether it is there and, now and then, what it offers; one process for all, until the signal. */
export async function probeClustersLoop(deps: LoopDeps & { leases: Leases }): Promise<void> {
  const { observations, leases, log, signal } = deps;
  /** When each was last asked what it offers, by the clock that only goes forward. */
  const discoveredMs = new Map<string, number>();
  while (!signal.aborted) {
    try {
      if (await leases.take(LEASE)) {
        // At once: one that does not answer takes its whole deadline.
        await Promise.all((await observations.clusters()).map((reference) => probe(deps, reference, discoveredMs)));
      }
    } catch (error) {
      log.error({ err: error }, "clusters could not be looked at");
    }
    await pause(EVERY_MS, signal);
  }
  await leases.giveBack(LEASE).catch(() => {});
}

async function probe(
  { clusters, observations, log, metrics }: LoopDeps,
  reference: ClusterReference,
  discoveredMs: Map<string, number>,
): Promise<void> {
  const { name, clusterDomain } = reference;
  try {
    const cluster = await clusters.cluster(reference);
    await observations.reached(name, await cluster.version());
    if (performance.now() - (discoveredMs.get(name) ?? Number.NEGATIVE_INFINITY) >= DISCOVER_MS) {
      await observations.discovered(name, await cluster.discover({ clusterDomain }));
      discoveredMs.set(name, performance.now());
    }
    metrics.clusterUp.set({ cluster: name }, 1);
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error;
    metrics.clusterUp.set({ cluster: name }, 0);
    log.debug({ cluster: name, reason: error.message }, "a cluster does not answer");
    await observations.unreachable(name, error.message);
  }
}
