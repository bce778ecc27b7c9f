import type { KubernetesObject } from "@fairlead/domain";
import type { Session } from "./credentials/session.ts";
import { readObject } from "./read-object.ts";

export interface ApplyOptions {
  fieldManager: string;
  /** The cluster judges it, and changes nothing. */
  tryOnly?: boolean;
}

/** Server-side apply: the object is all that its manager wants, and what it wanted before and not now is dropped. */
export async function applyObject(
  session: Session,
  path: string,
  object: KubernetesObject,
  { fieldManager, tryOnly = false }: ApplyOptions,
): Promise<KubernetesObject> {
  const query = { fieldManager, force: "true", fieldValidation: "Strict", ...(tryOnly ? { dryRun: "All" } : {}) };
  // JSON is YAML.
  const contentType = "application/apply-patch+yaml";
  return readObject(await session.request({ method: "PATCH", path, query, contentType, body: object }));
}
