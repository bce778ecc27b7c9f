import { ClusterError } from "@fairlead/application";
import type { KubernetesObject } from "@fairlead/domain";
import { applyObject } from "../apply-object.ts";
import type { Session } from "../credentials/session.ts";
import { readList } from "../read-object.ts";
import type { Accounts } from "./accounts.ts";
import { afterFence } from "./after-fence.ts";
import { DELIVERY_LABEL, FIELD_MANAGER } from "./labels.ts";
import { untilItMay } from "./may.ts";
import { removeObject } from "./remove-object.ts";

/** Whose volumes a schedule copies; nothing else says so where it can be searched for. */
const NAMESPACE_LABEL = "fairlead.dev/namespace";
const ALL = "/apis/velero.io/v1/schedules";

export interface BackupsInput {
  namespace: string;
  number: bigint;
  /** What is to be there; none takes away what was. */
  schedules: readonly KubernetesObject[];
}

/** Writes the schedules by which Velero copies a namespace's volumes, as *backup*, and takes away older ones. */
export async function scheduleBackups(
  { backup, paths, guard }: Accounts,
  { namespace, number, schedules }: BackupsInput,
): Promise<void> {
  if (backup === undefined) {
    if (schedules.length === 0) return;
    throw new ClusterError(
      "forbidden",
      guard.cluster,
      "it was attached before Fairlead wrote backups. Attach it again",
    );
  }
  if (schedules.length > 0) {
    await untilItMay(backup, "The account backup", {
      namespace,
      verb: "create",
      group: "fairlead.dev",
      resource: "backups",
    });
  }
  for (const schedule of schedules) {
    const labels = { ...schedule.metadata.labels, [DELIVERY_LABEL]: String(number), [NAMESPACE_LABEL]: namespace };
    const object = { ...schedule, metadata: { ...schedule.metadata, labels } };
    const path = await paths.object(backup, object);
    await afterFence(() => applyObject(backup, path, object, { fieldManager: FIELD_MANAGER }));
  }
  for (const schedule of await schedulesOf(backup, namespace)) {
    const { metadata } = schedule;
    const isWanted = schedules.some(
      ({ metadata: wanted }) => wanted.name === metadata.name && wanted.namespace === metadata.namespace,
    );
    if (isWanted) continue;
    const path = `/apis/velero.io/v1/namespaces/${metadata.namespace}/schedules/${metadata.name}`;
    await afterFence(() => removeObject(backup, path, schedule, { number, dependents: "Background" }));
  }
}

async function schedulesOf(backup: Session, namespace: string): Promise<KubernetesObject[]> {
  try {
    const query = { labelSelector: `${NAMESPACE_LABEL}=${namespace}` };
    return readList(await backup.request({ method: "GET", path: ALL, query })).items;
  } catch (error) {
    // There is no Velero.
    if (error instanceof ClusterError && error.failure === "not-found") return [];
    throw error;
  }
}
