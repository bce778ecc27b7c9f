import { ClusterError } from "@fairlead/application";
import type { KubernetesObject } from "@fairlead/domain";
import { applyObject } from "../apply-object.ts";
import type { Session } from "../credentials/session.ts";
import { findObject } from "../find-object.ts";
import { readObject } from "../read-object.ts";
import { DELIVERY_LABEL, ENVIRONMENT_LABEL, FIELD_MANAGER, MANAGED_LABEL, SERVICE_LABEL } from "./labels.ts";

const ATTEMPTS = 5;

/**
 * Brings the namespace up to date and raises the number on it, in one write that fails where somebody else wrote in
 * between.
 *
 * @returns the number that holds now: `atLeast`, or one more than the cluster's where that is not lower
 */
export async function raiseFence(guard: Session, wanted: KubernetesObject, atLeast: bigint): Promise<bigint> {
  const path = `/api/v1/namespaces/${wanted.metadata.name}`;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const current = (await findObject(guard, path)) ?? (await create(guard, wanted));
      refuseForeign(guard.cluster, wanted, current);
      const known = BigInt(current.metadata.labels?.[DELIVERY_LABEL] ?? "0");
      const number = known >= atLeast ? known + 1n : atLeast;
      const { uid, resourceVersion } = current.metadata;
      const metadata = {
        ...wanted.metadata,
        labels: { ...wanted.metadata.labels, [DELIVERY_LABEL]: String(number) },
        ...(uid === undefined || resourceVersion === undefined ? {} : { uid, resourceVersion }),
      };
      await applyObject(guard, path, { ...wanted, metadata }, { fieldManager: FIELD_MANAGER });
      return number;
    } catch (error) {
      // Somebody else wrote between looking and writing: look again.
      if (!(error instanceof ClusterError && error.failure === "conflict") || attempt === ATTEMPTS) throw error;
    }
  }
}

/** With no more than guard's policy asks for: the rest is applied, so that it can be taken back later. */
async function create(
  guard: Session,
  { metadata: { name, labels = {} } }: KubernetesObject,
): Promise<KubernetesObject> {
  const enforce = "pod-security.kubernetes.io/enforce";
  const least = { [MANAGED_LABEL]: "true", [enforce]: labels[enforce] ?? "restricted" };
  const body = { apiVersion: "v1", kind: "Namespace", metadata: { name, labels: least } };
  const query = { fieldManager: FIELD_MANAGER };
  return readObject(await guard.request({ method: "POST", path: "/api/v1/namespaces", query, body }));
}

function refuseForeign(cluster: string, wanted: KubernetesObject, { metadata }: KubernetesObject): void {
  const { name } = metadata;
  const refuse = (why: string) => {
    const remedy = "Its admin can remove it or hand it over; or give the environment another namespace pattern";
    return new ClusterError("forbidden", cluster, `the namespace ${name} ${why}. ${remedy}`);
  };
  const { labels = {} } = metadata;
  if (labels[MANAGED_LABEL] !== "true") throw refuse("is there already and not Fairlead's");
  const service = labels[SERVICE_LABEL];
  if (service !== undefined && service !== wanted.metadata.labels?.[SERVICE_LABEL])
    throw refuse(`belongs to the service ${service}, of another Fairlead`);
  const environment = labels[ENVIRONMENT_LABEL];
  if (environment !== undefined && environment !== wanted.metadata.labels?.[ENVIRONMENT_LABEL])
    throw refuse(`belongs to the environment ${environment}`);
  if (metadata.deletionTimestamp !== undefined)
    throw new ClusterError("busy", cluster, `the namespace ${name} is still being deleted`);
}
