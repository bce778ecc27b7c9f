import { ClusterError } from "@fairlead/application";
import type { KubernetesObject } from "@fairlead/domain";
import type { Session } from "../credentials/session.ts";
import { readList } from "../read-object.ts";

/** Takes away rights that Fairlead gave and would not give today: of a team that was the owner, for one. */
export async function removeOldBindings(
  guard: Session,
  namespace: string,
  wanted: readonly KubernetesObject[],
): Promise<void> {
  const path = `/apis/rbac.authorization.k8s.io/v1/namespaces/${namespace}/rolebindings`;
  const query = { labelSelector: "app.kubernetes.io/managed-by=fairlead" };
  const { items } = readList(await guard.request({ method: "GET", path, query }));
  for (const { metadata } of items) {
    if (wanted.some((binding) => binding.metadata.name === metadata.name)) continue;
    const body = { apiVersion: "v1", kind: "DeleteOptions", preconditions: { uid: metadata.uid } };
    try {
      await guard.request({ method: "DELETE", path: `${path}/${metadata.name}`, body });
    } catch (error) {
      // Gone already.
      if (!(error instanceof ClusterError && error.failure === "not-found")) throw error;
    }
  }
}
