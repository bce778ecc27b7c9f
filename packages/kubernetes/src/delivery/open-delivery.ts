import { ClusterError } from "@fairlead/application";
import type { KubernetesObject } from "@fairlead/domain";
import { applyObject } from "../apply-object.ts";
import type { Accounts } from "./accounts.ts";
import { FIELD_MANAGER } from "./labels.ts";
import { untilItMay } from "./may.ts";
import { isQuota, widenQuota } from "./quota.ts";
import { raiseFence } from "./raise-fence.ts";
import { removeOldBindings } from "./remove-old-bindings.ts";
import { scheduleBackups } from "./schedule-backups.ts";

export interface OpenDeliveryInput {
  namespace: string;
  guarded: readonly KubernetesObject[];
  atLeast: bigint;
}

/**
 * Makes the managed namespace or brings it up to date, raises the fence on it, makes its deployer, and writes what
 * protects it. All as *guard*; deliveries with a lower number are refused from here on.
 */
export async function openDelivery(
  accounts: Accounts,
  { namespace, guarded, atLeast }: OpenDeliveryInput,
): Promise<bigint> {
  const isNamespace = ({ kind }: KubernetesObject) => kind === "Namespace";
  const isBinding = ({ kind }: KubernetesObject) => kind === "RoleBinding";
  const isSchedule = ({ kind }: KubernetesObject) => kind === "Schedule";
  const wanted = guarded.find(isNamespace);
  if (wanted === undefined) throw new Error("A delivery needs its namespace among the guarded objects.");
  const number = await raiseFence(accounts.guard, wanted, atLeast);
  await ensureDeployer(accounts, namespace);

  const bindings = guarded.filter(isBinding);
  // The binding that lets guard write quotas and rules here comes first. A worker may have died in between, so rights
  // are waited for even where the namespace is not new.
  for (const object of bindings) await applyAsGuard(accounts, object);
  await untilItMay(accounts.guard, "The account guard", { namespace, verb: "create", resource: "resourcequotas" });
  await widenQuota(accounts, { namespace, number, guarded });
  const others = guarded.filter((object) => ![isNamespace, isBinding, isSchedule, isQuota].some((is) => is(object)));
  for (const object of others) await applyAsGuard(accounts, object);
  // First, so that no late worker has a schedule written again that is about to go.
  await removeOldBindings(accounts.guard, namespace, bindings);
  await scheduleBackups(accounts, { namespace, number, schedules: guarded.filter(isSchedule) });
  return number;
}

async function ensureDeployer({ guard }: Accounts, namespace: string): Promise<void> {
  const body = {
    apiVersion: "v1",
    kind: "ServiceAccount",
    metadata: { name: namespace, namespace: "fairlead-deployers" },
    automountServiceAccountToken: false,
  };
  const path = "/api/v1/namespaces/fairlead-deployers/serviceaccounts";
  try {
    await guard.request({ method: "POST", path, query: { fieldManager: FIELD_MANAGER }, body });
  } catch (error) {
    // It is there already.
    if (!(error instanceof ClusterError && error.failure === "conflict")) throw error;
  }
}

async function applyAsGuard({ guard, paths }: Accounts, object: KubernetesObject): Promise<void> {
  await applyObject(guard, await paths.object(guard, object), object, { fieldManager: FIELD_MANAGER });
}
