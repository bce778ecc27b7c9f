import { ClusterError } from "@fairlead/application";
import { groupOf, type KubernetesObject } from "@fairlead/domain";
import * as z from "zod";
import type { Session } from "../credentials/session.ts";

const resourcesSchema = z.object({
  resources: z.array(z.object({ name: z.string(), kind: z.string(), namespaced: z.boolean() })),
});
const groupSchema = z.object({ preferredVersion: z.object({ groupVersion: z.string() }) });

interface Resource {
  plural: string;
  namespaced: boolean;
}

/** So that a kind that was installed later is found without a restart. */
const KEPT_MS = 300_000;

/** Where kinds live in an API server, asked of the server itself and remembered for a while. */
export class ResourcePaths {
  readonly #resources = remembering(async (session, apiVersion) => {
    const { resources } = resourcesSchema.parse(await session.request({ method: "GET", path: prefix(apiVersion) }));
    const whole = resources.filter(({ name }) => !name.includes("/"));
    return new Map(whole.map(({ kind, name, namespaced }): [string, Resource] => [kind, { plural: name, namespaced }]));
  });
  readonly #versions = remembering(async (session, group) => {
    if (group === "") return "v1";
    const { preferredVersion } = groupSchema.parse(await session.request({ method: "GET", path: `/apis/${group}` }));
    return preferredVersion.groupVersion;
  });

  /** The path of an object. Throws `invalid` where the cluster does not know its kind. */
  async object(session: Session, { apiVersion, kind, metadata }: KubernetesObject): Promise<string> {
    const resource = (await this.#resources(session, apiVersion))?.get(kind);
    if (resource === undefined)
      throw new ClusterError("invalid", session.cluster, `it does not know the kind ${kind} of ${apiVersion}`);
    return `${collectionPath(apiVersion, resource, metadata.namespace ?? "default")}/${metadata.name}`;
  }

  /** The path of the collection of `Deployment.apps` in a namespace, in the version that the cluster prefers. */
  async ofGroupKind(session: Session, groupKind: string, namespace: string): Promise<string | undefined> {
    const dot = groupKind.indexOf(".");
    const apiVersion = await this.#versions(session, groupKind.slice(dot + 1));
    if (apiVersion === undefined) return undefined;
    const resource = (await this.#resources(session, apiVersion))?.get(groupKind.slice(0, dot));
    return resource === undefined ? undefined : collectionPath(apiVersion, resource, namespace);
  }
}

function collectionPath(apiVersion: string, { plural, namespaced }: Resource, namespace: string): string {
  return namespaced ? `${prefix(apiVersion)}/namespaces/${namespace}/${plural}` : `${prefix(apiVersion)}/${plural}`;
}

function prefix(apiVersion: string): string {
  return groupOf(apiVersion) === "" ? `/api/${apiVersion}` : `/apis/${apiVersion}`;
}

/** Asks once and for all who ask meanwhile; `undefined` where there is nothing, which is not remembered. */
function remembering<Value>(
  ask: (session: Session, key: string) => Promise<Value>,
): (session: Session, key: string) => Promise<Value | undefined> {
  const known = new Map<string, { answer: Promise<Value>; until: number }>();
  return async (session, key) => {
    const found = known.get(key);
    const answer = found !== undefined && found.until > Date.now() ? found.answer : ask(session, key);
    known.set(key, found?.answer === answer ? found : { answer, until: Date.now() + KEPT_MS });
    try {
      return await answer;
    } catch (error) {
      known.delete(key);
      if (error instanceof ClusterError && error.failure === "not-found") return undefined;
      throw error;
    }
  };
}
