import { ClusterError } from "@fairlead/application";
import { groupOf, type KubernetesObject } from "@fairlead/domain";
import * as z from "zod";
import type { Session } from "../credentials/session.ts";

const listSchema = z.object({
  resources: z.array(
    z.object({ name: z.string(), kind: z.string(), namespaced: z.boolean(), verbs: z.array(z.string()) }),
  ),
});

interface Resource {
  plural: string;
  namespaced: boolean;
}

/** Where kinds live in an API server, asked of the server itself and remembered per group and version. */
export class ResourcePaths {
  readonly #known = new Map<string, Promise<Map<string, Resource>>>();

  /** The path of the collection that an object belongs to. */
  async collection(
    session: Session,
    { apiVersion, kind, metadata }: Pick<KubernetesObject, "apiVersion" | "kind" | "metadata">,
  ): Promise<string> {
    const resource = (await this.#resources(session, apiVersion)).get(kind);
    if (resource === undefined)
      throw new ClusterError("invalid", session.cluster, `it does not know ${kind} in ${apiVersion}`);
    const base = prefix(apiVersion);
    return resource.namespaced
      ? `${base}/namespaces/${metadata.namespace ?? "default"}/${resource.plural}`
      : `${base}/${resource.plural}`;
  }

  async object(session: Session, object: Pick<KubernetesObject, "apiVersion" | "kind" | "metadata">): Promise<string> {
    return `${await this.collection(session, object)}/${object.metadata.name}`;
  }

  #resources(session: Session, apiVersion: string): Promise<Map<string, Resource>> {
    const known = this.#known.get(apiVersion);
    if (known !== undefined) return known;
    const asked = session.request({ method: "GET", path: prefix(apiVersion) }).then((answer) => {
      const { resources } = listSchema.parse(answer);
      return new Map(
        resources
          .filter(({ name }) => !name.includes("/"))
          .map(({ kind, name, namespaced }) => [kind, { plural: name, namespaced }]),
      );
    });
    this.#known.set(apiVersion, asked);
    // A failed question is asked again next time.
    asked.catch(() => this.#known.delete(apiVersion));
    return asked;
  }
}

function prefix(apiVersion: string): string {
  return groupOf(apiVersion) === "" ? `/api/${apiVersion}` : `/apis/${apiVersion}`;
}
