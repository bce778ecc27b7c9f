import { type KubernetesObject, type Observed, WORKLOAD_KINDS } from "@fairlead/domain";

interface NamespaceChanges {
  seen: KubernetesObject[];
  /** By uid. */
  gone: string[];
  /** Where anything changed. */
  namespaces: Set<string>;
}

/** What a cluster holds of managed namespaces, as a watch tells it, and what changed since somebody looked. */
export interface NamespaceCache {
  put(object: KubernetesObject): void;
  remove(object: KubernetesObject): void;
  /** After a full list of a kind: whatever else was known of it is gone. */
  keepOnly(kind: string, uids: ReadonlySet<string>): void;
  /** Everything of a namespace counts as changed. */
  touch(namespace: string): void;
  /** What changed since the last time. */
  takeChanges(): NamespaceChanges;
  /** A namespace as health looks at it. */
  observed(namespace: string, service: string): Observed;
}

export function namespaceCache(): NamespaceCache {
  const namespaces = new Map<string, Map<string, KubernetesObject>>();
  let seen = new Map<string, KubernetesObject>();
  let gone = new Set<string>();
  let changed = new Set<string>();

  const cache: NamespaceCache = {
    put(object) {
      const { uid = "", namespace = "" } = object.metadata;
      const objects = namespaces.get(namespace) ?? new Map<string, KubernetesObject>();
      namespaces.set(namespace, objects.set(uid, object));
      gone.delete(uid);
      seen.set(uid, object);
      changed.add(namespace);
    },
    remove({ metadata: { uid = "", namespace = "" } }) {
      const objects = namespaces.get(namespace);
      objects?.delete(uid);
      if (objects?.size === 0) namespaces.delete(namespace);
      seen.delete(uid);
      gone.add(uid);
      changed.add(namespace);
    },
    keepOnly(kind, uids) {
      const lost = [...namespaces.values()]
        .flatMap((objects) => [...objects.values()])
        .filter((object) => object.kind === kind && !uids.has(object.metadata.uid ?? ""));
      for (const object of lost) cache.remove(object);
    },
    touch(namespace) {
      for (const object of [...(namespaces.get(namespace)?.values() ?? [])]) cache.put(object);
    },
    takeChanges() {
      const changes = { seen: [...seen.values()], gone: [...gone], namespaces: changed };
      seen = new Map();
      gone = new Set();
      changed = new Set();
      return changes;
    },
    observed(namespace, service) {
      const objects = [...(namespaces.get(namespace)?.values() ?? [])];
      const of = (kind: string) => objects.filter((object) => object.kind === kind);
      return {
        workloads: WORKLOAD_KINDS.flatMap(of),
        pods: of("Pod"),
        replicaSets: of("ReplicaSet"),
        endpointSlices: of("EndpointSlice").filter(
          ({ metadata }) => metadata.labels?.["kubernetes.io/service-name"] === service,
        ),
      };
    },
  };
  return cache;
}
