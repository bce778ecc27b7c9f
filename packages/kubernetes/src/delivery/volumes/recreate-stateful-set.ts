import type { KubernetesObject } from "@fairlead/domain";
import * as z from "zod";
import { applyObject } from "../../apply-object.ts";
import type { Session } from "../../credentials/session.ts";
import type { Accounts } from "../accounts.ts";
import { FIELD_MANAGER } from "../labels.ts";
import type { PlannedWrite } from "../plan-writes.ts";
import { removeObject } from "../remove-object.ts";
import { podsOfSet } from "./pods-of-set.ts";
import { untilGone } from "./until-gone.ts";
import { untilSettled } from "./until-settled.ts";

const specSchema = z.looseObject({ replicas: z.number().optional() });

/** The StatefulSet as one that is not there yet, under its own name or another. */
export function asNew({ path, object }: PlannedWrite, name = object.metadata.name): PlannedWrite {
  const { uid: _before, ...metadata } = object.metadata;
  return {
    path: `${path.slice(0, path.lastIndexOf("/"))}/${name}`,
    object: { ...object, metadata: { ...metadata, name } },
    current: undefined,
  };
}

/**
 * Takes a StatefulSet away and leaves its pods running, without an owner: the next one takes them over, since they match
 * its selector and its names.
 *
 * @returns how it was when it went
 */
export async function orphanPods(
  { reader }: Pick<Accounts, "reader">,
  session: Session,
  { path, current }: PlannedWrite,
  number: bigint,
): Promise<KubernetesObject | undefined> {
  if (current === undefined) return undefined;
  await untilSettled(reader, current);
  const last = await removeObject(session, path, current, { number, dependents: "Orphan" });
  await untilGone(session, path, current);
  return last;
}

/** Where an autoscaler has the say, how many replicas there are is not declared. */
export function declaresReplicas({ spec }: KubernetesObject): boolean {
  return specSchema.parse(spec).replicas !== undefined;
}

/**
 * Makes a StatefulSet that an autoscaler scales, with as many replicas as the one before had, or as run without an
 * owner. With fewer, pods would be deleted before the autoscaler notices.
 */
export async function createScaled(
  { reader }: Pick<Accounts, "reader">,
  session: Session,
  write: PlannedWrite,
  last: KubernetesObject | undefined,
): Promise<KubernetesObject> {
  const { path, object } = asNew(write);
  const spec = specSchema.parse(object.spec);
  const before = last === undefined ? undefined : specSchema.parse(last.spec).replicas;
  const replicas = before ?? (await orphanedReplicas(reader, object));
  const complete = { ...object, spec: { ...spec, ...(replicas === undefined ? {} : { replicas }) } };
  return applyObject(session, path, complete, { fieldManager: FIELD_MANAGER });
}

/** As many replicas as the pods without an owner were of; `undefined` where there are none. */
async function orphanedReplicas(reader: Session, object: KubernetesObject): Promise<number | undefined> {
  const pods = (await podsOfSet(reader, object)).filter(({ owner }) => owner === undefined);
  return pods.length === 0 ? undefined : Math.max(...pods.map(({ ordinal }) => ordinal)) + 1;
}
