import { objectHealth, podIdentifiers, serving } from "@fairlead/domain";
import type { ClusterPort, WatchEvent } from "./cluster-port.ts";
import type { KnownDestination, ObservationStore } from "./delivery-store.ts";

export interface ObserveDeps {
  observations: ObservationStore;
}

/** Changes of one namespace are looked at together, a moment after the last. */
const SETTLE_MS = 300;
const REFRESH_MS = 30_000;

/**
 * Follows a cluster until told to stop, or until it goes away, which is thrown. Keeps what the look-up needs in step,
 * and how each destination is.
 */
export async function observeCluster(
  deps: ObserveDeps,
  cluster: ClusterPort,
  name: string,
  signal: AbortSignal,
): Promise<void> {
  const { observations } = deps;
  let known = new Map<string, KnownDestination>();
  const refresh = async () => {
    known = new Map((await observations.destinations(name)).map((destination) => [destination.namespace, destination]));
  };
  await refresh();

  let failure: unknown;
  const stop = new AbortController();
  const ended = AbortSignal.any([signal, stop.signal]);
  // Writes happen one after the other, so that the newest state of an object is written last.
  let tail: Promise<void> = Promise.resolve();
  const enqueue = (work: () => Promise<void>) => {
    tail = tail.then(work).catch((error: unknown) => {
      failure ??= error;
      stop.abort();
    });
  };
  const waiting = new Map<string, NodeJS.Timeout>();
  const look = (namespace: string) => {
    clearTimeout(waiting.get(namespace));
    waiting.set(
      namespace,
      setTimeout(() => {
        waiting.delete(namespace);
        enqueue(() => sight(deps, cluster, known.get(namespace)));
      }, SETTLE_MS),
    );
  };
  const onEvent = (event: WatchEvent) => {
    const namespace = event.object.metadata.namespace ?? "";
    if (event.object.kind === "Pod") enqueue(() => record(observations, name, event, known.get(namespace)));
    look(namespace);
  };
  const timer = setInterval(() => enqueue(refresh), REFRESH_MS);
  const watched = cluster.watch({
    onEvent,
    onSynced: (kind, uids) => enqueue(() => observations.goneExcept(name, kind, uids)),
    signal: ended,
  });
  try {
    await watched;
  } catch (error) {
    failure ??= error;
  }
  clearInterval(timer);
  for (const timeout of waiting.values()) clearTimeout(timeout);
  await tail;
  throw failure;
}

async function record(
  observations: ObservationStore,
  cluster: string,
  { type, object }: WatchEvent,
  of: KnownDestination | undefined,
): Promise<void> {
  if (type === "gone") {
    await observations.gone(cluster, object.metadata.uid ?? "");
    return;
  }
  const { state, reason } = objectHealth(object);
  await observations.saw(cluster, object, {
    health: state,
    reason,
    identifiers: podIdentifiers(object),
    ...(of === undefined ? {} : { serviceId: of.serviceId, environment: of.environment }),
  });
}

async function sight(
  { observations }: ObserveDeps,
  cluster: ClusterPort,
  destination: KnownDestination | undefined,
): Promise<void> {
  if (destination === undefined) return;
  const observed = await cluster.observe({ namespace: destination.namespace, service: destination.service });
  const { health, replicas } = serving(observed, {
    atLeast: destination.minReplicas,
    hasService: destination.hasService,
  });
  await observations.sighted(destination.id, {
    health: health.state,
    reason: health.reason,
    ready: replicas.ready,
    wanted: replicas.wanted,
  });
}
