import { groupOf, type KubernetesObject } from "@fairlead/domain";

/** `Deployment.apps`, `ConfigMap.` for the core group: how ApplySets and Postgres name kinds. */
export function groupKindOf({ apiVersion, kind }: Pick<KubernetesObject, "apiVersion" | "kind">): string {
  return `${kind}.${groupOf(apiVersion)}`;
}
