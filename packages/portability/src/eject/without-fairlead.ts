import { groupOf, type KubernetesObject } from "@fairlead/domain";
import { fieldsOf, isFields, itemsOf } from "@fairlead/manifests";

/** The groups that every cluster serves. */
const BUILT_IN = new Set([
  "",
  "apps",
  "autoscaling",
  "batch",
  "networking.k8s.io",
  "policy",
  "rbac.authorization.k8s.io",
]);

/** A service's objects apart: those that any cluster takes, and those that need an add-on. */
export interface PlainObjects {
  objects: KubernetesObject[];
  addOns: KubernetesObject[];
}

/**
 * A service's objects as they stand on their own: nothing that only a cluster with Fairlead attached has. Labels stay,
 * since selectors and network rules go by them; they are plain marks.
 */
export function withoutFairlead(objects: readonly KubernetesObject[]): PlainObjects {
  const plain = objects.filter((object) => !isBoundToFairlead(object)).map(unmanaged);
  return {
    objects: plain.filter(({ apiVersion }) => BUILT_IN.has(groupOf(apiVersion))),
    addOns: plain.filter(({ apiVersion }) => !BUILT_IN.has(groupOf(apiVersion))),
  };
}

/** Bindings to roles that attachment brings, such as the deployer's: nobody has them elsewhere. */
function isBoundToFairlead({ kind, roleRef }: KubernetesObject): boolean {
  const { name } = fieldsOf(roleRef);
  return kind === "RoleBinding" && typeof name === "string" && name.startsWith("fairlead-");
}

const MANAGED_BY = "app.kubernetes.io/managed-by";

/** Who manages it now, in every label; and no priority class, which a bare cluster would refuse the pods for. */
function unmanaged(object: KubernetesObject): KubernetesObject {
  return edit(object) as KubernetesObject;
}

function edit(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(edit);
  if (!isFields(value)) return value;
  const isPod = itemsOf(value.containers).length > 0;
  const entries = Object.entries(value).filter(([key]) => !(isPod && key === "priorityClassName"));
  return Object.fromEntries(
    entries.map(([key, inner]) => [key, key === MANAGED_BY && inner === "fairlead" ? "kustomize" : edit(inner)]),
  );
}
