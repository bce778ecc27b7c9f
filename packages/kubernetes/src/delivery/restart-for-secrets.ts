import { type ChangedSecret, ClusterError } from "@fairlead/application";
import type { KubernetesObject } from "@fairlead/domain";
import * as z from "zod";
import { readList } from "../read-object.ts";
import type { Accounts } from "./accounts.ts";

/** On pods: when the newest of their secrets changed for which they were restarted. RFC 3339. */
const ANNOTATION = "fairlead.dev/secrets-changed-at";
/** Who else restarts them. */
const RELOADER = "secret.reloader.stakater.com/reload";
const MANAGER = "fairlead-secrets";

const eventSchema = z.object({
  involvedObject: z.object({ name: z.string() }),
  lastTimestamp: z.string().nullish(),
  eventTime: z.string().nullish(),
});
const workloadSchema = z.object({
  spec: z.object({
    template: z.object({
      metadata: z.object({ annotations: z.record(z.string(), z.string()).default({}) }),
      spec: z.object({
        volumes: z.array(z.object({ secret: z.object({ secretName: z.string() }).optional() })).default([]),
      }),
    }),
  }),
});

/**
 * Whose value External Secrets changed lately, the newest change of each. It writes an event of the reason `Updated` only
 * when it has changed a Secret, and nothing else says so to somebody who may not read Secrets: neither `refreshTime` nor
 * `syncedResourceVersion` of its status follow the value. Events are kept for an hour.
 */
export async function changedSecrets({ reader }: Pick<Accounts, "reader">): Promise<ChangedSecret[]> {
  const query = { fieldSelector: "involvedObject.kind=ExternalSecret,reason=Updated" };
  const { items } = readList(await reader.request({ method: "GET", path: "/api/v1/events", query }));
  const newest = new Map<string, ChangedSecret>();
  for (const item of items) {
    const { involvedObject, lastTimestamp, eventTime } = eventSchema.parse(item);
    const { namespace = "", creationTimestamp = "" } = item.metadata;
    const change = { namespace, secret: involvedObject.name, at: lastTimestamp ?? eventTime ?? creationTimestamp };
    const key = `${namespace}/${change.secret}`;
    const known = newest.get(key);
    if (known === undefined || Date.parse(known.at) < Date.parse(change.at)) newest.set(key, change);
  }
  return [...newest.values()];
}

/**
 * Restarts what uses a secret that changed since it was made or last restarted for one, as the namespace's deployer.
 * Doing it again does nothing. Left alone is what Reloader looks after, and what is being delivered at this moment:
 * the next time is soon.
 *
 * @returns the names of the secrets for which something was restarted
 */
export async function restartForSecrets(
  { reader, deployer }: Pick<Accounts, "reader" | "deployer">,
  { namespace, changes }: { namespace: string; changes: readonly ChangedSecret[] },
): Promise<string[]> {
  const changed = new Map(changes.map(({ secret, at }) => [secret, at]));
  const restarted = new Set<string>();
  for (const { path, workload } of await workloadsIn(reader, namespace)) {
    const { metadata, spec } = workloadSchema.parse(workload).spec.template;
    const since = Date.parse(metadata.annotations[ANNOTATION] ?? workload.metadata.creationTimestamp ?? "");
    const used = spec.volumes.flatMap(({ secret }) => secret?.secretName ?? []);
    const newer = used.filter((name) => Date.parse(changed.get(name) ?? "") > since);
    const [newest] = newer.map((name) => changed.get(name) ?? "").sort((a, b) => Date.parse(b) - Date.parse(a));
    if (newest === undefined || RELOADER in metadata.annotations) continue;
    const template = { metadata: { annotations: { [ANNOTATION]: newest } } };
    try {
      await deployer(namespace).request({
        method: "PATCH",
        path,
        query: { fieldManager: MANAGER },
        contentType: "application/merge-patch+json",
        body: { spec: { template } },
      });
      for (const name of newer) restarted.add(name);
    } catch (error) {
      if (!(error instanceof ClusterError && ["conflict", "stale", "not-found"].includes(error.failure))) throw error;
    }
  }
  return [...restarted].sort();
}

async function workloadsIn(
  reader: Accounts["reader"],
  namespace: string,
): Promise<{ path: string; workload: KubernetesObject }[]> {
  const lists = ["deployments", "statefulsets"].map(async (plural) => {
    const path = `/apis/apps/v1/namespaces/${namespace}/${plural}`;
    const { items } = readList(await reader.request({ method: "GET", path }));
    return items.map((workload) => ({ path: `${path}/${workload.metadata.name}`, workload }));
  });
  return (await Promise.all(lists)).flat();
}
