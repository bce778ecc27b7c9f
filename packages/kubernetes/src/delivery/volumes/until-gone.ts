import { ClusterError } from "@fairlead/application";
import type { KubernetesObject } from "@fairlead/domain";
import type { Session } from "../../credentials/session.ts";
import { findObject } from "../../find-object.ts";
import { waitUntil } from "../../wait-until.ts";

/** Much longer than a garbage collector that keeps up takes to strip the owner from what stays. */
const GOES_MS = 10_000;

/**
 * Waits for an object that is being deleted; another one under its name may be there already.
 *
 * @throws ClusterError `busy` where it takes too long: trying again later goes on with the wait
 */
export async function untilGone(session: Session, path: string, { kind, metadata }: KubernetesObject): Promise<void> {
  const isGone = async () => (await findObject(session, path))?.metadata.uid !== metadata.uid;
  if (await waitUntil(isGone, GOES_MS)) return;
  const message = `${kind} ${metadata.name} is still being deleted, and what comes after it waits`;
  throw new ClusterError("busy", session.cluster, message);
}
