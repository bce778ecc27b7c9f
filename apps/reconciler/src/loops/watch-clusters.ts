import { ClusterError, type ClusterReference, clusterObserver } from "@fairlead/application";
import type { Leases, LoopDeps } from "./loop-deps.ts";
import { pause } from "./pause.ts";

/** Shorter than a third of a lease, so that one that is missed costs nothing. */
const LEASE_MS = 4000;
const FLUSH_MS = 300;
const REFRESH_MS = 15_000;
const FORGET_MS = 3_600_000;
const BACK_MS = 2000;

type WatchDeps = LoopDeps & { leases: Leases };

/** Follows every cluster that nobody else follows, until the signal. */
export async function watchClustersLoop(deps: WatchDeps): Promise<void> {
  const { observations, leases, log, signal } = deps;
  const followed = new Map<string, { controller: AbortController; done: Promise<void> }>();
  while (!signal.aborted) {
    try {
      const references = new Map((await observations.clusters()).map((reference) => [reference.name, reference]));
      for (const name of new Set([...references.keys(), ...followed.keys()])) {
        const running = followed.get(name);
        const reference = references.get(name);
        const isOurs = reference !== undefined && (await leases.take(leaseOf(name)));
        if (!isOurs) running?.controller.abort();
        if (!isOurs || running !== undefined) continue;
        const controller = new AbortController();
        const done = follow(deps, reference, AbortSignal.any([signal, controller.signal])).finally(() =>
          followed.delete(name),
        );
        followed.set(name, { controller, done });
      }
    } catch (error) {
      log.error({ err: error }, "clusters could not be taken over");
    }
    await pause(LEASE_MS, signal);
  }
  const names = [...followed.keys()];
  await Promise.all([...followed.values()].map(({ done }) => done));
  await Promise.all(names.map((name) => leases.giveBack(leaseOf(name)).catch(() => {})));
}

function leaseOf(cluster: string): string {
  return `watch-cluster/${cluster}`;
}

/** Follows one cluster; begins anew whenever it went away and came back. */
async function follow(
  { clusters, observations, log, metrics }: WatchDeps,
  reference: ClusterReference,
  signal: AbortSignal,
): Promise<void> {
  const { name } = reference;
  metrics.watching.set({ cluster: name }, 1);
  while (!signal.aborted) {
    try {
      const cluster = await clusters.cluster(reference);
      const observer = clusterObserver(observations, name);
      await whileRepeating(
        [
          { work: () => observer.flush(), everyMs: FLUSH_MS },
          { work: () => observer.refresh(), everyMs: REFRESH_MS },
          { work: () => observations.forgetGone(name), everyMs: FORGET_MS },
        ],
        (ended) => cluster.watch({ onEvent: observer.onEvent, onSynced: observer.onSynced, signal: ended }),
        signal,
      );
    } catch (error) {
      // That it is away is told by the probe.
      if (error instanceof ClusterError) {
        const { failure, message } = error;
        log[failure === "away" ? "debug" : "warn"]({ cluster: name, failure, reason: message }, "a watch ended");
      } else if (!signal.aborted) {
        metrics.internalErrors.inc({ where: "watch" });
        log.error({ err: error, cluster: name }, "a watch ended in our mistake");
      }
      await pause(BACK_MS, signal);
    }
  }
  metrics.watching.set({ cluster: name }, 0);
}

interface Repeated {
  work(): Promise<void>;
  everyMs: number;
}

/** Repeats work, one after the other, while something goes on; whichever fails first ends both. */
async function whileRepeating(
  repeated: readonly Repeated[],
  goesOn: (signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const stop = new AbortController();
  const ended = AbortSignal.any([signal, stop.signal]);
  const due = repeated.map(({ work, everyMs }) => ({ work, everyMs, at: Date.now() + everyMs }));
  const repeat = async () => {
    while (!ended.aborted) {
      for (const each of due) {
        if (Date.now() < each.at) continue;
        await each.work();
        each.at = Date.now() + each.everyMs;
      }
      await pause(Math.min(...due.map(({ at }) => at)) - Date.now(), ended);
    }
  };
  const settled = await Promise.allSettled([goesOn(ended), repeat()].map((work) => work.finally(() => stop.abort())));
  // The other one only ended because of it, so the first to fail with a reason of its own tells.
  const reasons = settled.flatMap((each) => (each.status === "rejected" ? [each.reason as unknown] : []));
  const [reason] = reasons.filter((each) => !(each instanceof Error && each.name === "AbortError"));
  if (reason !== undefined) throw reason;
}
