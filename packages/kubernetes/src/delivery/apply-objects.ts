import { type AppliedObject, ClusterError } from "@fairlead/application";
import type { KubernetesObject } from "@fairlead/domain";
import type { Session } from "../credentials/session.ts";
import { readObject } from "../read-object.ts";
import { waitUntil } from "../wait-until.ts";
import type { Accounts } from "./accounts.ts";
import { applySetId, applySetParent } from "./apply-set.ts";
import { groupKindOf } from "./group-kind.ts";
import { DELIVERY_LABEL, FIELD_MANAGER, PART_OF_LABEL } from "./labels.ts";

interface Planned {
  object: KubernetesObject;
  path: string;
  current: KubernetesObject | undefined;
}

/**
 * Writes the objects of a delivery as the namespace's deployer. All of them are tried first, so that one that the
 * cluster refuses stops the delivery before anything has changed.
 */
export async function applyObjects(
  accounts: Accounts,
  { namespace, number, objects }: { namespace: string; number: bigint; objects: readonly KubernetesObject[] },
): Promise<AppliedObject[]> {
  const session = accounts.deployer(namespace);
  await rightsArrive(session, namespace);
  const parent = applySetParent(namespace, objects.map(groupKindOf));
  const planned = await plan(
    accounts,
    session,
    [parent, ...objects.map((object) => member(object, namespace))],
    number,
  );
  await fenceArrives(session, planned);
  for (const { object, path } of planned) await write(session, object, path, true);
  const results: AppliedObject[] = [];
  for (const { object, path, current } of planned) {
    const after = await write(session, object, path, false);
    if (object.metadata.name === parent.metadata.name) continue;
    results.push({ kind: object.kind, name: object.metadata.name, change: changeOf(current, after) });
  }
  return results;
}

function member(object: KubernetesObject, namespace: string): KubernetesObject {
  const labels = { ...object.metadata.labels, [PART_OF_LABEL]: applySetId(namespace) };
  return { ...object, metadata: { ...object.metadata, labels } };
}

/** Looks at what is there: its uid goes with the write, and what is not Fairlead's is not touched. */
async function plan(
  accounts: Accounts,
  session: Session,
  objects: readonly KubernetesObject[],
  number: bigint,
): Promise<Planned[]> {
  return Promise.all(
    objects.map(async (object) => {
      const path = await accounts.paths.object(session, object);
      const current = await find(session, path);
      if (current !== undefined && current.metadata.labels?.[DELIVERY_LABEL] === undefined) {
        throw new ClusterError(
          "forbidden",
          session.cluster,
          `${object.kind} ${object.metadata.name} is there already and was not made by Fairlead. Delete it, or hand it over, and deliver again.`,
        );
      }
      const metadata = {
        ...object.metadata,
        labels: { ...object.metadata.labels, [DELIVERY_LABEL]: String(number) },
        ...(current?.metadata.uid === undefined ? {} : { uid: current.metadata.uid }),
      };
      return { object: { ...object, metadata }, path, current };
    }),
  );
}

async function find(session: Session, path: string): Promise<KubernetesObject | undefined> {
  try {
    return readObject(await session.request({ method: "GET", path }));
  } catch (error) {
    if (error instanceof ClusterError && error.failure === "not-found") return undefined;
    throw error;
  }
}

async function write(
  session: Session,
  object: KubernetesObject,
  path: string,
  tryOnly: boolean,
): Promise<KubernetesObject> {
  const answer = await session.request({
    method: "PATCH",
    path,
    query: {
      fieldManager: FIELD_MANAGER,
      force: "true",
      fieldValidation: "Strict",
      ...(tryOnly ? { dryRun: "All" } : {}),
    },
    contentType: "application/apply-patch+yaml",
    body: object,
  });
  return readObject(answer);
}

function changeOf(before: KubernetesObject | undefined, after: KubernetesObject): AppliedObject["change"] {
  if (before === undefined) return "created";
  // The number is on every object of every delivery; what counts is whether anything else is different.
  return fingerprint(before) === fingerprint(after) ? "unchanged" : "changed";
}

function fingerprint({ metadata, status: _status, ...rest }: KubernetesObject): string {
  const labels = Object.entries(metadata.labels ?? {}).filter(([name]) => name !== DELIVERY_LABEL);
  const annotations = Object.entries(metadata.annotations ?? {}).filter(
    ([name]) => !name.startsWith("fairlead.dev/release") && !name.startsWith("deployment.kubernetes.io/"),
  );
  return JSON.stringify([rest, labels.sort(), annotations.sort()]);
}

/** A new deployer's binding reaches the authorizer a moment after it was written. */
async function rightsArrive(session: Session, namespace: string): Promise<void> {
  await waitUntil(
    async () => {
      try {
        await session.request({
          method: "GET",
          path: `/api/v1/namespaces/${namespace}/configmaps`,
          query: { limit: "1" },
        });
        return true;
      } catch (error) {
        if (error instanceof ClusterError && (error.failure === "forbidden" || error.failure === "unauthorized"))
          return false;
        throw error;
      }
    },
    { what: `The deployer's rights in ${namespace}`, timeoutMs: 10_000 },
  );
}

/** The raised fence reaches admission a moment after it was written; until then the right number is refused. */
async function fenceArrives(session: Session, planned: readonly Planned[]): Promise<void> {
  const [first] = planned;
  if (first === undefined) return;
  const deadline = Date.now() + 3000;
  for (;;) {
    try {
      await write(session, first.object, first.path, true);
      return;
    } catch (error) {
      const isStale = error instanceof ClusterError && error.failure === "stale";
      if (!isStale || Date.now() > deadline) throw error;
    }
  }
}
