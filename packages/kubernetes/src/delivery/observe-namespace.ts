import type { KubernetesObject, Observed, WorkloadKind } from "@fairlead/domain";
import { readList } from "../read-object.ts";
import type { Accounts } from "./accounts.ts";

type Collection = readonly [api: string, resource: string];

const JOBS: Collection = ["apis/batch/v1", "jobs"];

/** The workload, and what it makes that is neither a pod nor a ReplicaSet. */
const WORKLOADS = {
  Deployment: [["apis/apps/v1", "deployments"]],
  StatefulSet: [["apis/apps/v1", "statefulsets"]],
  CronJob: [["apis/batch/v1", "cronjobs"], JOBS],
  Job: [JOBS],
} as const satisfies Record<WorkloadKind, readonly Collection[]>;

/** What a namespace holds that says how its service is. As *reader*. */
export async function observeNamespace(
  { reader }: Pick<Accounts, "reader">,
  { namespace, service, kind }: { namespace: string; service: string; kind: WorkloadKind | undefined },
): Promise<Observed> {
  if (kind === undefined) return { workloads: [], pods: [], replicaSets: [], endpointSlices: [] };
  const list = async ([api, resource]: Collection, labelSelector = `app.kubernetes.io/instance=${service}`) => {
    const path = `/${api}/namespaces/${namespace}/${resource}`;
    return readList(await reader.request({ method: "GET", path, query: { labelSelector } })).items;
  };
  const nothing: Promise<KubernetesObject[]> = Promise.resolve([]);
  const [workloads, pods, replicaSets, endpointSlices] = await Promise.all([
    Promise.all(WORKLOADS[kind].map((collection) => list(collection))),
    list(["api/v1", "pods"]),
    kind === "Deployment" ? list(["apis/apps/v1", "replicasets"]) : nothing,
    list(["apis/discovery.k8s.io/v1", "endpointslices"], `kubernetes.io/service-name=${service}`),
  ]);
  return { workloads: workloads.flat(), pods, replicaSets, endpointSlices };
}
