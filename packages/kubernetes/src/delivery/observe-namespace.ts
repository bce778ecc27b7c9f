import type { ObservedNamespace } from "@fairlead/application";
import type { KubernetesObject } from "@fairlead/domain";
import { findObject } from "../find-object.ts";
import { readList } from "../read-object.ts";
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
    findObject(reader, `/apis/apps/v1/namespaces/${namespace}/deployments/${service}`),
    list(`/api/v1/namespaces/${namespace}/pods`),
    list(`/apis/apps/v1/namespaces/${namespace}/replicasets`),
    list(`/apis/discovery.k8s.io/v1/namespaces/${namespace}/endpointslices`, `kubernetes.io/service-name=${service}`),
  ]);
  return { workload, pods, replicaSets, endpointSlices };
}
