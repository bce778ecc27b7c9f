import { ClusterError } from "@fairlead/application";
import type { KubernetesObject } from "@fairlead/domain";
import type { Session } from "../credentials/session.ts";
import { readList, readObject } from "../read-object.ts";
import type { Accounts } from "./accounts.ts";
import { applySetId } from "./apply-set.ts";
import { groupKindOf } from "./group-kind.ts";
import { APPLYSET_PARENT, DELIVERY_LABEL, FIELD_MANAGER, PART_OF_LABEL, PRUNE_ANNOTATION } from "./labels.ts";

/** Never pruned: the cluster makes them, or data would go with them. */
const KEPT = new Set(["Endpoints.", "EndpointSlice.discovery.k8s.io", "Namespace.", "PersistentVolumeClaim."]);

/**
 * Deletes what earlier deliveries wrote and this one did not: everything of the ApplySet that carries a lower number.
 * That also sweeps what a late worker created while the fence was on its way.
 */
export async function pruneObjects(
  accounts: Accounts,
  {
    namespace,
    number,
    kinds,
    keep,
  }: { namespace: string; number: bigint; kinds: readonly string[]; keep: readonly KubernetesObject[] },
): Promise<string[]> {
  const session = accounts.deployer(namespace);
  const kept = new Set([
    ...keep.map((object) => `${groupKindOf(object)}/${object.metadata.name}`),
    `ConfigMap./${APPLYSET_PARENT}`,
  ]);
  const gone: string[] = [];
  for (const kind of new Set([...kinds, ...keep.map(groupKindOf)])) {
    if (KEPT.has(kind)) continue;
    const version = VERSIONS[kind];
    if (version === undefined) continue;
    for (const object of await members(accounts, session, namespace, version)) {
      const name = `${groupKindOf(object)}/${object.metadata.name}`;
      const isOwned = (object.metadata.ownerReferences?.length ?? 0) > 0;
      if (kept.has(name) || isOwned || BigInt(object.metadata.labels?.[DELIVERY_LABEL] ?? "0") >= number) continue;
      if (await remove(accounts, session, object, number)) gone.push(`${object.kind} ${object.metadata.name}`);
    }
  }
  return gone;
}

/** The versions in which Fairlead writes kinds, to list them again. */
const VERSIONS: Readonly<Record<string, { apiVersion: string; kind: string }>> = Object.fromEntries(
  [
    ["v1", "Service"],
    ["v1", "ConfigMap"],
    ["v1", "ServiceAccount"],
    ["apps/v1", "Deployment"],
    ["apps/v1", "StatefulSet"],
    ["batch/v1", "Job"],
    ["batch/v1", "CronJob"],
    ["networking.k8s.io/v1", "NetworkPolicy"],
    ["autoscaling/v2", "HorizontalPodAutoscaler"],
    ["policy/v1", "PodDisruptionBudget"],
    ["gateway.networking.k8s.io/v1", "HTTPRoute"],
  ].map(([apiVersion = "", kind = ""]) => [groupKindOf({ apiVersion, kind }), { apiVersion, kind }]),
);

async function members(
  accounts: Accounts,
  session: Session,
  namespace: string,
  of: { apiVersion: string; kind: string },
): Promise<KubernetesObject[]> {
  const path = await accounts.paths.collection(session, { ...of, metadata: { name: "", namespace } });
  const answer = await session.request({
    method: "GET",
    path,
    query: { labelSelector: `${PART_OF_LABEL}=${applySetId(namespace)}` },
  });
  return readList(answer).items;
}

/** Marks, then deletes exactly what was marked. Gone already is as good. */
async function remove(
  accounts: Accounts,
  session: Session,
  object: KubernetesObject,
  number: bigint,
): Promise<boolean> {
  const path = await accounts.paths.object(session, object);
  try {
    const marked = await session.request({
      method: "PATCH",
      path,
      query: { fieldManager: FIELD_MANAGER },
      contentType: "application/merge-patch+json",
      body: {
        metadata: {
          uid: object.metadata.uid,
          labels: { [DELIVERY_LABEL]: String(number) },
          annotations: { [PRUNE_ANNOTATION]: String(number) },
        },
      },
    });
    const { metadata } = readObject(marked);
    const preconditions = { uid: metadata.uid, resourceVersion: metadata.resourceVersion };
    await session.request({
      method: "DELETE",
      path,
      body: { apiVersion: "v1", kind: "DeleteOptions", propagationPolicy: "Foreground", preconditions },
    });
    return true;
  } catch (error) {
    if (error instanceof ClusterError && error.failure === "not-found") return false;
    throw error;
  }
}
