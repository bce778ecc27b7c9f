import type { AppliedObject } from "@fairlead/application";
import type { KubernetesObject } from "@fairlead/domain";
import { applyObject } from "../apply-object.ts";
import type { Accounts } from "./accounts.ts";
import { applySetId, applySetParent } from "./apply-set.ts";
import { changeOf } from "./change-of.ts";
import { handOverReplicas } from "./hand-over-replicas.ts";
import { FIELD_MANAGER, PART_OF_LABEL } from "./labels.ts";
import { untilItMay } from "./may.ts";
import { planWrites } from "./plan-writes.ts";
import { tryAll } from "./try-all.ts";

export interface ApplyObjectsInput {
  namespace: string;
  number: bigint;
  objects: readonly KubernetesObject[];
  kinds: readonly string[];
}

/** Writes the objects of a delivery as the namespace's deployer, after the cluster has agreed to all of them. */
export async function applyObjects(
  { deployer, paths }: Accounts,
  { namespace, number, objects, kinds }: ApplyObjectsInput,
): Promise<AppliedObject[]> {
  const session = deployer(namespace);
  await untilItMay(session, "The deployer", { namespace, verb: "patch", resource: "configmaps" });
  const parent = applySetParent(namespace, kinds, objects);
  const members = objects.map((object) => member(object, namespace));
  const [first, ...planned] = [
    ...(await planWrites(session, paths, { objects: [parent], number })),
    ...(await planWrites(session, paths, { objects: members, number })),
  ];
  if (first === undefined) return [];
  await tryAll(session, [first, ...planned]);

  await applyObject(session, first.path, first.object, { fieldManager: FIELD_MANAGER });
  const results: AppliedObject[] = [];
  for (const { path, object, current } of planned) {
    await handOverReplicas(session, { path, object, current });
    const after = await applyObject(session, path, object, { fieldManager: FIELD_MANAGER });
    results.push({ kind: object.kind, name: object.metadata.name, change: changeOf(current, after) });
  }
  return results;
}

function member(object: KubernetesObject, namespace: string): KubernetesObject {
  const labels = { ...object.metadata.labels, [PART_OF_LABEL]: applySetId(namespace) };
  return { ...object, metadata: { ...object.metadata, labels } };
}
