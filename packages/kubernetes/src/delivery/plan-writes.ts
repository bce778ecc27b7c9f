import { ClusterError } from "@fairlead/application";
import type { KubernetesObject } from "@fairlead/domain";
import type { Session } from "../credentials/session.ts";
import type { ResourcePaths } from "../discovery/resource-paths.ts";
import { findObject } from "../find-object.ts";
import { DELIVERY_LABEL } from "./labels.ts";
import { untilGone } from "./volumes/until-gone.ts";

export interface PlannedWrite {
  path: string;
  /** As it is to be: with the delivery's number, and with the uid of what is there. */
  object: KubernetesObject;
  current: KubernetesObject | undefined;
}

/** What must be there before what needs it: rules and accounts before pods, pods before what points at them. */
const ORDER = [
  "ConfigMap",
  "ServiceAccount",
  "ExternalSecret",
  // A pod that starts before it is never instrumented.
  "Instrumentation",
  "NetworkPolicy",
  "Service",
  "Deployment",
  "StatefulSet",
  "CronJob",
  "Job",
];

/** Looks at what is there. What is not Fairlead's is not touched, and all of it is told. */
export async function planWrites(
  session: Session,
  paths: ResourcePaths,
  { objects, number }: { objects: readonly KubernetesObject[]; number: bigint },
): Promise<PlannedWrite[]> {
  const planned = await Promise.all(
    [...objects].sort((one, other) => place(one) - place(other)).map((object) => plan(session, paths, object, number)),
  );
  const foreign = planned.filter(({ current }) => current !== undefined && numberOn(current) === undefined);
  if (foreign.length === 0) return planned;
  const names = foreign.map(({ object: { kind, metadata } }) => `${kind} ${metadata.name}`).join(", ");
  throw new ClusterError(
    "forbidden",
    session.cluster,
    `${names} ${foreign.length === 1 ? "is" : "are"} there already and not made by Fairlead. Remove it by hand, then deploy again`,
  );
}

async function plan(
  session: Session,
  paths: ResourcePaths,
  object: KubernetesObject,
  number: bigint,
): Promise<PlannedWrite> {
  const path = await paths.object(session, object);
  const current = await present(session, path);
  const metadata = {
    ...object.metadata,
    labels: { ...object.metadata.labels, [DELIVERY_LABEL]: String(number) },
    // Without it, one that was deleted a moment ago would be made again.
    ...(current?.metadata.uid === undefined ? {} : { uid: current.metadata.uid }),
  };
  return { path, object: { ...object, metadata }, current };
}

/** A StatefulSet that is going was on its way to be made anew by a worker that died: its place is empty soon. */
async function present(session: Session, path: string): Promise<KubernetesObject | undefined> {
  const found = await findObject(session, path);
  if (found?.kind !== "StatefulSet" || found.metadata.deletionTimestamp === undefined) return found;
  await untilGone(session, path, found);
  return findObject(session, path);
}

function place({ kind }: KubernetesObject): number {
  const index = ORDER.indexOf(kind);
  return index < 0 ? ORDER.length : index;
}

function numberOn({ metadata }: KubernetesObject): string | undefined {
  return metadata.labels?.[DELIVERY_LABEL];
}
