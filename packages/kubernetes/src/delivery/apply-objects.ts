import type { AppliedObject } from "@fairlead/application";
import type { KubernetesObject } from "@fairlead/domain";
import { applyObject } from "../apply-object.ts";
import type { Accounts } from "./accounts.ts";
import { applySetId, applySetParent } from "./apply-set.ts";
import { changeOf } from "./change-of.ts";
import { handOverReplicas } from "./hand-over-replicas.ts";
import { FIELD_MANAGER, PART_OF_LABEL } from "./labels.ts";
import { untilItMay } from "./may.ts";
import { type PlannedWrite, planWrites } from "./plan-writes.ts";
import { tryAll } from "./try-all.ts";
import { bringStatefulSet, growLate, type PlannedSet, planStatefulSet, trialsOf } from "./volumes/grow-volumes.ts";

export interface ApplyObjectsInput {
  namespace: string;
  number: bigint;
  objects: readonly KubernetesObject[];
  kinds: readonly string[];
}

/** Writes the objects of a delivery as the namespace's deployer, after the cluster has agreed to all of them. */
export async function applyObjects(
  accounts: Accounts,
  { namespace, number, objects, kinds }: ApplyObjectsInput,
): Promise<AppliedObject[]> {
  const session = accounts.deployer(namespace);
  const { paths } = accounts;
  await untilItMay(session, "The deployer", { namespace, verb: "patch", resource: "configmaps" });
  const parent = applySetParent(namespace, kinds, objects);
  const members = objects.map((object) => member(object, namespace));
  const [first, ...planned] = [
    ...(await planWrites(session, paths, { objects: [parent], number })),
    ...(await planWrites(session, paths, { objects: members, number })),
  ];
  if (first === undefined) return [];
  const sets = new Map<PlannedWrite, PlannedSet>();
  for (const write of planned) {
    if (write.object.kind === "StatefulSet") sets.set(write, await planStatefulSet(accounts, session, write));
  }
  const options = { fieldManager: FIELD_MANAGER };
  const tried = (write: PlannedWrite) => () =>
    applyObject(session, write.path, write.object, { ...options, tryOnly: true });
  await tryAll(
    session.cluster,
    [first, ...planned].flatMap((write) => {
      const set = sets.get(write);
      return set === undefined ? [tried(write)] : trialsOf(session, set, { number, tried });
    }),
  );

  await applyObject(session, first.path, first.object, options);
  const results: AppliedObject[] = [];
  for (const write of planned) {
    const set = sets.get(write);
    const { grew, ready } =
      set === undefined ? { grew: [], ready: write } : await bringStatefulSet(accounts, session, set, number);
    await handOverReplicas(session, ready);
    const after = await applyObject(session, ready.path, ready.object, options);
    const { kind, metadata } = write.object;
    results.push(...grew, { kind, name: metadata.name, change: changeOf(write.current, after) });
  }
  for (const set of sets.values()) results.push(...(await growLate(accounts, session, set, number)));
  return results;
}

function member(object: KubernetesObject, namespace: string): KubernetesObject {
  const labels = { ...object.metadata.labels, [PART_OF_LABEL]: applySetId(namespace) };
  return { ...object, metadata: { ...object.metadata, labels } };
}
