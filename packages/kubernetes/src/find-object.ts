import { ClusterError } from "@fairlead/application";
import type { KubernetesObject } from "@fairlead/domain";
import type { Session } from "./credentials/session.ts";
import { readObject } from "./read-object.ts";

/** The object at a path, if there is one. */
export async function findObject(session: Session, path: string): Promise<KubernetesObject | undefined> {
  try {
    return readObject(await session.request({ method: "GET", path }));
  } catch (error) {
    if (error instanceof ClusterError && error.failure === "not-found") return undefined;
    throw error;
  }
}
