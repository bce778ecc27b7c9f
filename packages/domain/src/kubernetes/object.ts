/** The metadata of a Kubernetes object, as JSON. Only what Fairlead reads or writes is named. */
export interface ObjectMeta {
  name: string;
  namespace?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  uid?: string;
  resourceVersion?: string;
  generation?: number;
  /** RFC 3339. */
  creationTimestamp?: string;
  /** RFC 3339; set while the object is going away. */
  deletionTimestamp?: string;
  ownerReferences?: readonly OwnerReference[];
  [field: string]: unknown;
}

export interface OwnerReference {
  apiVersion: string;
  kind: string;
  name: string;
  uid: string;
  controller?: boolean;
}

/** Any Kubernetes object as plain JSON: what builders make, what a cluster gives back. */
export interface KubernetesObject {
  apiVersion: string;
  kind: string;
  metadata: ObjectMeta;
  [field: string]: unknown;
}

/** Names an object inside one cluster. `group` is empty for the core group. */
export interface ObjectKey {
  group: string;
  kind: string;
  namespace?: string;
  name: string;
}

/** The API group of an `apiVersion`: `apps/v1` → `apps`, `v1` → the empty string. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf("/");
  return slash < 0 ? "" : apiVersion.slice(0, slash);
}

/** `Deployment.apps`, `ConfigMap.` for the core group: how kinds are named where their version does not matter. */
export function groupKindOf({ apiVersion, kind }: Pick<KubernetesObject, "apiVersion" | "kind">): string {
  return `${kind}.${groupOf(apiVersion)}`;
}

/** The key of an object, without its namespace where it has none. */
export function keyOf(object: KubernetesObject): ObjectKey {
  const { name, namespace } = object.metadata;
  const key = { group: groupOf(object.apiVersion), kind: object.kind, name };
  return namespace === undefined ? key : { ...key, namespace };
}
