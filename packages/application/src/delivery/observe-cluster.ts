import { type KubernetesObject, objectHealth, podIdentifiers, serving } from "@fairlead/domain";
import { WATCHED_KINDS, type WatchEvent, type WatchedKind } from "./cluster-port.ts";
import { namespaceCache } from "./namespace-cache.ts";
import type { KnownDestination, ObservationStore, Sighting } from "./observation-store.ts";

/** What follows a cluster: told of every change at once, it writes them when asked to. */
export interface ClusterObserver {
  onEvent(event: WatchEvent): void;
  onSynced(kind: WatchedKind, uids: ReadonlySet<string>): void;
  /** Writes what changed since the last time. */
  flush(): Promise<void>;
  /** Looks at every destination again, new ones among them. */
  refresh(): Promise<void>;
}

/** Keeps in Postgres which pods a cluster has, for the look-up, and how each of its destinations is. */
export function clusterObserver(observations: ObservationStore, cluster: string): ClusterObserver {
  const cache = namespaceCache();
  const listed = new Map<string, ReadonlySet<string>>();
  let unsynced: readonly WatchedKind[] = WATCHED_KINDS;
  let destinations = new Map<string, KnownDestination>();
  /** Namespaces that nobody delivered to: not to be asked for again with every change in them. */
  let strange = new Set<string>();

  const readDestinations = async () => {
    const before = destinations;
    const found = await observations.destinations(cluster);
    destinations = new Map(found.map((destination) => [destination.namespace, destination]));
    // Their pods were written without knowing whose they are.
    for (const { namespace } of found) if (!before.has(namespace)) cache.touch(namespace);
  };
  // Until everything was listed once, what is not there yet must not look as if it were missing.
  const look = async (destination: KnownDestination | undefined) => {
    if (destination === undefined || unsynced.length > 0) return;
    const { namespace, service, needs } = destination;
    const { health, replicas } = serving(cache.observed(namespace, service), needs);
    await observations.sighted(destination.id, { health: health.state, reason: health.reason, ...replicas });
  };

  const observer: ClusterObserver = {
    onEvent: ({ type, object }) => (type === "gone" ? cache.remove(object) : cache.put(object)),
    onSynced(kind, uids) {
      cache.keepOnly(kind, uids);
      listed.set(kind, uids);
      unsynced = unsynced.filter((other) => other !== kind);
    },
    async flush() {
      const { seen, gone, namespaces } = cache.takeChanges();
      const unknown = [...namespaces].filter((namespace) => !destinations.has(namespace) && !strange.has(namespace));
      if (unknown.length > 0) await readDestinations();
      strange = new Set([...strange, ...unknown.filter((namespace) => !destinations.has(namespace))]);

      // First: what was seen after the list was made is not on it.
      const allPods = listed.get("Pod");
      if (allPods !== undefined) await observations.goneExcept(cluster, "Pod", allPods);
      listed.clear();
      const pods = seen.filter(({ kind }) => kind === "Pod");
      await observations.saw(
        cluster,
        pods.map((pod) => sightingOf(pod, destinations.get(pod.metadata.namespace ?? ""))),
      );
      await observations.gone(cluster, gone);
      for (const namespace of namespaces) await look(destinations.get(namespace));
    },
    async refresh() {
      strange = new Set();
      await readDestinations();
      await observer.flush();
      for (const destination of destinations.values()) await look(destination);
    },
  };
  return observer;
}

function sightingOf(object: KubernetesObject, of: KnownDestination | undefined): Sighting {
  const { state, reason } = objectHealth(object);
  return {
    object,
    health: state,
    reason,
    identifiers: podIdentifiers(object),
    ...(of === undefined ? {} : { serviceId: of.serviceId, environment: of.environment }),
  };
}
