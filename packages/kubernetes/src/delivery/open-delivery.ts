import { ClusterError } from "@fairlead/application";
import type { KubernetesObject } from "@fairlead/domain";
import { readObject } from "../read-object.ts";
import { waitUntil } from "../wait-until.ts";
import type { Accounts } from "./accounts.ts";
import { DELIVERY_LABEL, FIELD_MANAGER } from "./labels.ts";

const ATTEMPTS = 5;

/**
 * Makes the managed namespace or brings it up to date, raises the fence on it, makes its deployer, and writes what
 * protects it. All as *guard*; deliveries with a lower number are refused from here on.
 */
export async function openDelivery(
  accounts: Accounts,
  { namespace, guarded, atLeast }: { namespace: string; guarded: readonly KubernetesObject[]; atLeast: bigint },
): Promise<bigint> {
  const wanted = guarded.find(({ kind }) => kind === "Namespace");
  if (wanted === undefined) throw new Error("A delivery needs its namespace among the guarded objects.");
  const { number, isNew } = await raiseFence(accounts, wanted, atLeast);
  await ensureDeployer(accounts, namespace);
  const others = guarded.filter(({ kind }) => kind !== "Namespace");
  // The binding that lets guard write quotas and rules here comes first.
  const bindings = others.filter(({ kind }) => kind === "RoleBinding");
  for (const object of bindings) await applyAsGuard(accounts, object);
  if (isNew) await rightsArrive(accounts, namespace);
  for (const object of others.filter(({ kind }) => kind !== "RoleBinding")) await applyAsGuard(accounts, object);
  return number;
}

async function raiseFence(
  accounts: Accounts,
  wanted: KubernetesObject,
  atLeast: bigint,
): Promise<{ number: bigint; isNew: boolean }> {
  const { name } = wanted.metadata;
  for (let attempt = 1; ; attempt += 1) {
    const current = await find(accounts, name);
    const known = BigInt(current?.metadata.labels?.[DELIVERY_LABEL] ?? "0");
    const number = known >= atLeast ? known + 1n : atLeast;
    try {
      await writeNamespace(accounts, wanted, current, number);
      return { number, isNew: current === undefined };
    } catch (error) {
      // Somebody else raised it between looking and writing: look again.
      if (!(error instanceof ClusterError && error.failure === "conflict") || attempt === ATTEMPTS) throw error;
    }
  }
}

async function find({ guard }: Accounts, name: string): Promise<KubernetesObject | undefined> {
  try {
    return readObject(await guard.request({ method: "GET", path: `/api/v1/namespaces/${name}` }));
  } catch (error) {
    if (error instanceof ClusterError && error.failure === "not-found") return undefined;
    throw error;
  }
}

async function writeNamespace(
  { guard }: Accounts,
  wanted: KubernetesObject,
  current: KubernetesObject | undefined,
  number: bigint,
): Promise<void> {
  const { metadata } = wanted;
  if (current !== undefined && current.metadata.labels?.["fairlead.dev/managed"] !== "true") {
    throw new ClusterError(
      "forbidden",
      guard.cluster,
      `the namespace ${metadata.name} is there already and not Fairlead's. A cluster admin can hand it over, or the environment gets another namespace pattern.`,
    );
  }
  const body = {
    ...wanted,
    metadata: {
      ...metadata,
      labels: { ...metadata.labels, [DELIVERY_LABEL]: String(number) },
      ...(current?.metadata.resourceVersion === undefined
        ? {}
        : { resourceVersion: current.metadata.resourceVersion, uid: current.metadata.uid }),
    },
  };
  if (current === undefined) {
    await guard.request({ method: "POST", path: "/api/v1/namespaces", query: { fieldManager: FIELD_MANAGER }, body });
    return;
  }
  await guard.request({
    method: "PATCH",
    path: `/api/v1/namespaces/${metadata.name}`,
    query: { fieldManager: FIELD_MANAGER, force: "true" },
    contentType: "application/apply-patch+yaml",
    body,
  });
}

async function ensureDeployer({ guard }: Accounts, namespace: string): Promise<void> {
  const body = {
    apiVersion: "v1",
    kind: "ServiceAccount",
    metadata: { name: namespace, namespace: "fairlead-deployers" },
    automountServiceAccountToken: false,
  };
  try {
    await guard.request({
      method: "POST",
      path: "/api/v1/namespaces/fairlead-deployers/serviceaccounts",
      query: { fieldManager: FIELD_MANAGER },
      body,
    });
  } catch (error) {
    if (!(error instanceof ClusterError && error.failure === "conflict")) throw error;
  }
}

async function applyAsGuard({ guard, paths }: Accounts, object: KubernetesObject): Promise<void> {
  await guard.request({
    method: "PATCH",
    path: await paths.object(guard, object),
    query: { fieldManager: FIELD_MANAGER, force: "true", fieldValidation: "Strict" },
    contentType: "application/apply-patch+yaml",
    body: object,
  });
}

/** A new binding reaches the authorizer a moment after it was written. */
async function rightsArrive({ guard }: Accounts, namespace: string): Promise<void> {
  const review = {
    apiVersion: "authorization.k8s.io/v1",
    kind: "SelfSubjectAccessReview",
    spec: { resourceAttributes: { namespace, verb: "create", resource: "resourcequotas" } },
  };
  await waitUntil(
    async () => {
      const answer = readObjectStatus(
        await guard.request({
          method: "POST",
          path: "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
          body: review,
        }),
      );
      return answer.allowed === true;
    },
    { what: `Guard's rights in ${namespace}`, timeoutMs: 10_000 },
  );
}

function readObjectStatus(value: unknown): { allowed?: unknown } {
  if (typeof value !== "object" || value === null || !("status" in value)) return {};
  const { status } = value;
  return typeof status === "object" && status !== null ? status : {};
}
