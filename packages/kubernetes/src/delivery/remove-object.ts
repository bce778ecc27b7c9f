import { ClusterError } from "@fairlead/application";
import type { KubernetesObject } from "@fairlead/domain";
import type { Session } from "../credentials/session.ts";
import { readObject } from "../read-object.ts";
import { DELIVERY_LABEL, FIELD_MANAGER, PRUNE_ANNOTATION } from "./labels.ts";

/** Between the mark and the delete, a controller may write a status. */
const ATTEMPTS = 5;

export interface RemoveOptions {
  number: bigint;
  /** What becomes of the objects that it owns: they go too, or stay without an owner. */
  dependents: "Background" | "Orphan";
}

/**
 * Marks, then deletes exactly what was marked. Gone already is as good.
 *
 * @returns how it was when it was deleted; `undefined` where it was gone already
 */
export async function removeObject(
  session: Session,
  path: string,
  { metadata: { uid } }: KubernetesObject,
  { number, dependents }: RemoveOptions,
): Promise<KubernetesObject | undefined> {
  const mark = {
    metadata: {
      uid,
      labels: { [DELIVERY_LABEL]: String(number) },
      annotations: { [PRUNE_ANNOTATION]: String(number) },
    },
  };
  for (let attempt = 1; ; attempt += 1) {
    try {
      const query = { fieldManager: FIELD_MANAGER };
      const contentType = "application/merge-patch+json";
      const marked = readObject(await session.request({ method: "PATCH", path, query, contentType, body: mark }));
      const { resourceVersion } = marked.metadata;
      const body = {
        apiVersion: "v1",
        kind: "DeleteOptions",
        propagationPolicy: dependents,
        preconditions: { uid, resourceVersion },
      };
      await session.request({ method: "DELETE", path, body });
      return marked;
    } catch (error) {
      if (!(error instanceof ClusterError)) throw error;
      if (error.failure === "not-found") return undefined;
      if (error.failure !== "conflict" || attempt === ATTEMPTS) throw error;
    }
  }
}
