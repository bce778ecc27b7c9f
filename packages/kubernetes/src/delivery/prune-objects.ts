import { groupKindOf, type KubernetesObject } from "@fairlead/domain";
import { readList } from "../read-object.ts";
import type { Accounts } from "./accounts.ts";
import { applySetId } from "./apply-set.ts";
import { DELIVERY_LABEL, PART_OF_LABEL } from "./labels.ts";
import { removeObject } from "./remove-object.ts";

export interface PruneObjectsInput {
  namespace: string;
  number: bigint;
  kinds: readonly string[];
  keep: readonly KubernetesObject[];
}

/** Never pruned: the cluster makes them, or data would go with them. */
const KEPT = new Set(["Endpoints.", "EndpointSlice.discovery.k8s.io", "Namespace.", "PersistentVolumeClaim."]);

/**
 * Deletes what earlier deliveries wrote and this one did not: everything of the ApplySet that carries a lower number.
 * That also sweeps what a late worker created while the fence was on its way.
 */
export async function pruneObjects(
  { deployer, paths }: Accounts,
  { namespace, number, kinds, keep }: PruneObjectsInput,
): Promise<string[]> {
  const session = deployer(namespace);
  const kept = new Set(keep.map(nameOf));
  const gone: string[] = [];
  for (const kind of new Set([...kinds, ...keep.map(groupKindOf)])) {
    const collection = KEPT.has(kind) ? undefined : await paths.ofGroupKind(session, kind, namespace);
    // A kind that the cluster does not know any more took its objects along.
    if (collection === undefined) continue;
    const query = { labelSelector: `${PART_OF_LABEL}=${applySetId(namespace)},${DELIVERY_LABEL}` };
    for (const object of readList(await session.request({ method: "GET", path: collection, query })).items) {
      const isOwned = (object.metadata.ownerReferences?.length ?? 0) > 0;
      const isOlder = BigInt(object.metadata.labels?.[DELIVERY_LABEL] ?? "0") < number;
      if (kept.has(nameOf(object)) || isOwned || !isOlder || object.metadata.deletionTimestamp !== undefined) continue;
      const path = `${collection}/${object.metadata.name}`;
      const removed = await removeObject(session, path, object, { number, dependents: "Background" });
      if (removed !== undefined) gone.push(`${object.kind} ${object.metadata.name}`);
    }
  }
  return gone;
}

function nameOf(object: KubernetesObject): string {
  return `${groupKindOf(object)}/${object.metadata.name}`;
}
