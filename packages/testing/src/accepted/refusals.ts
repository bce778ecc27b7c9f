import type { KubernetesObject } from "@fairlead/domain";
import type { ClusterAdmin } from "../integration/cluster-admin.ts";
import { collectionOf } from "./collection-of.ts";
import { podsOf } from "./pods-of.ts";

const STRICT = "?dryRun=All&fieldValidation=Strict";

/**
 * What an API server has against a service's objects, and against each pod that its workloads would make: written in a
 * dry run. Only the namespaces are made for real, with what Pod Security reads from them: a managed one would be guarded
 * where Fairlead is attached.
 */
export async function refusals(ask: ClusterAdmin, objects: readonly KubernetesObject[]): Promise<string[]> {
  const refused: string[] = [];
  const dryRun = async (object: KubernetesObject) => {
    const { status, message } = await ask("POST", collectionOf(object) + STRICT, object);
    // A namespace that other objects were tried in is there already.
    if (status >= 400 && status !== 409) refused.push(`${object.kind}/${object.metadata.name}: ${message || status}`);
  };
  const [namespace] = objects;
  if (namespace?.kind !== "Namespace") throw new Error("There is no namespace to write into.");
  await dryRun(namespace);
  await makeSurroundings(ask, namespace, objects);
  for (const object of objects.slice(1)) await dryRun(object);
  for (const pod of objects.flatMap(podsOf)) await dryRun(pod);
  return refused;
}

/** What must be there for a dry run to be admitted: namespaces, the pods' account and their priority. */
async function makeSurroundings(ask: ClusterAdmin, namespace: KubernetesObject, objects: readonly KubernetesObject[]) {
  const make = async (collection: string, object: unknown) => {
    const { status, message } = await ask("POST", collection, object);
    if (status >= 400 && status !== 409) throw new Error(message);
  };
  const security = Object.entries(namespace.metadata.labels ?? {}).filter(([key]) => key.startsWith("pod-security"));
  const { name } = namespace.metadata;
  const others = new Set(objects.flatMap(({ metadata }) => metadata.namespace ?? []));
  for (const each of new Set([name, ...others])) {
    const metadata = { name: each, labels: each === name ? Object.fromEntries(security) : {} };
    await make("/api/v1/namespaces", { apiVersion: "v1", kind: "Namespace", metadata });
  }
  for (const { spec, metadata } of objects.flatMap(podsOf)) {
    const { serviceAccountName, priorityClassName } = Object(spec);
    const account = { apiVersion: "v1", kind: "ServiceAccount", metadata: { name: serviceAccountName } };
    await make(`/api/v1/namespaces/${metadata.namespace}/serviceaccounts`, account);
    if (priorityClassName === undefined) continue;
    const priority = { apiVersion: "scheduling.k8s.io/v1", kind: "PriorityClass", value: 1000 };
    await make("/apis/scheduling.k8s.io/v1/priorityclasses", { ...priority, metadata: { name: priorityClassName } });
  }
}
