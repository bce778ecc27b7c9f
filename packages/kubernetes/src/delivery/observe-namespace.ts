import { ClusterError, type ObservedNamespace } from "@fairlead/application";
import type { KubernetesObject } from "@fairlead/domain";
import { readList, readObject } from "../read-object.ts";
import type { Accounts } from "./accounts.ts";

/** What a namespace holds that says how its service is. As *reader*. */
export async function observeNamespace(
  { reader }: Accounts,
  { namespace, service }: { namespace: string; service: string },
): Promise<ObservedNamespace> {
  const labelSelector = `app.kubernetes.io/instance=${service}`;
  const list = async (path: string, selector = labelSelector): Promise<KubernetesObject[]> =>
    readList(await reader.request({ method: "GET", path, query: { labelSelector: selector } })).items;
  const [workload, pods, replicaSets, endpointSlices] = await Promise.all([
    reader
      .request({ method: "GET", path: `/apis/apps/v1/namespaces/${namespace}/deployments/${service}` })
      .then(readObject)
      .catch((error: unknown) => {
        if (error instanceof ClusterError && error.failure === "not-found") return undefined;
        throw error;
      }),
    list(`/api/v1/namespaces/${namespace}/pods`),
    list(`/apis/apps/v1/namespaces/${namespace}/replicasets`),
    list(`/apis/discovery.k8s.io/v1/namespaces/${namespace}/endpointslices`, `kubernetes.io/service-name=${service}`),
  ]);
  return { workload, pods, replicaSets, endpointSlices };
}
