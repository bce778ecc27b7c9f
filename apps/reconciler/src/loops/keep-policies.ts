import { ClusterError, type PolicyCluster, type PolicyKeeper, type PolicySyncStore } from "@fairlead/application";
import type { Leases, LoopDeps } from "./loop-deps.ts";
import { pause } from "./pause.ts";

/** Shorter than a third of a lease. */
const LOOK_MS = 4000;
/** What somebody changes by hand is noticed within this. */
const EVERY_MS = 30_000;
/** One that did not answer, or where we made a mistake. */
const RETRY_MS = 10_000;

export type KeepPoliciesDeps = Pick<LoopDeps, "log" | "metrics" | "signal"> & {
  leases: Leases;
  policySyncs: PolicySyncStore;
  keeper: PolicyKeeper;
  /** Calls back whenever somebody moved a policy, or asked for anything else. */
  onJob(wake: () => void): void;
};

/**
 * Keeps the policies of every cluster in step, each from one process: when it was not looked at for a while, and at once
 * when it should have other ones, because somebody moved a policy or a date has come. Until the signal.
 */
export async function keepPoliciesLoop(deps: KeepPoliciesDeps): Promise<void> {
  const { policySyncs, leases, keeper, log, signal } = deps;
  const looks = new Map<string, { wish: string; dueMs: number }>();
  const held = new Set<string>();
  let nudge = new AbortController();
  deps.onJob(() => nudge.abort());
  while (!signal.aborted) {
    nudge = new AbortController();
    try {
      const clusters = await policySyncs.clusters();
      // At once: one that does not answer takes its whole deadline.
      await Promise.all(
        clusters.map(async (cluster) => {
          const lease = `keep-policies/${cluster.name}`;
          if (!(await leases.take(lease))) return;
          held.add(lease);
          const wish = await keeper.wish(cluster);
          const last = looks.get(cluster.name);
          if (last?.wish === wish && last.dueMs > Date.now()) return;
          const kept = await keep(deps, cluster);
          looks.set(cluster.name, { wish, dueMs: Date.now() + (kept ? EVERY_MS : RETRY_MS) });
        }),
      );
    } catch (error) {
      log.error({ err: error }, "policies could not be looked at");
    }
    await pause(LOOK_MS, AbortSignal.any([signal, nudge.signal]));
  }
  await Promise.all([...held].map((lease) => leases.giveBack(lease).catch(() => {})));
}

async function keep({ keeper, policySyncs, log, metrics }: KeepPoliciesDeps, cluster: PolicyCluster): Promise<boolean> {
  const { name } = cluster;
  try {
    const { standings, events, writes, durationMs } = await keeper.keep(cluster);
    const differing = standings.filter(({ state }) => state !== "in-step").length;
    metrics.policiesDiffering.set({ cluster: name }, differing);
    if (writes > 0) log.info({ cluster: name, writes, durationMs }, "policies were brought in step");
    for (const { policy, message } of events) log.warn({ cluster: name, policy }, message);
    return true;
  } catch (error) {
    if (error instanceof ClusterError) {
      log.debug({ cluster: name, reason: error.message }, "the policies of a cluster could not be looked at");
    } else {
      metrics.internalErrors.inc({ where: "policies" });
      log.error({ err: error, cluster: name }, "keeping policies in step ended in our mistake");
    }
    const reason = error instanceof ClusterError ? error.message : "Fairlead made a mistake; its log says which";
    await policySyncs.failed(name, reason);
    return false;
  }
}
