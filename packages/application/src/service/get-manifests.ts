import { type Actor, AppError, type KubernetesObject } from "@fairlead/domain";
import { requirePermission } from "../access/require-permission.ts";
import type { Deps } from "../deps.ts";
import { readRendering } from "../release/read-rendering.ts";
import { type ManifestView, manifestView } from "./preview-service.ts";

export interface DeliveredManifests {
  cluster: string;
  namespace: string;
  release: number;
  manifests: ManifestView[];
}

/** What was last delivered to a place, as it was rendered. */
export async function getManifests(
  deps: Pick<Deps, "read">,
  actor: Actor,
  query: { service: string; environment: string; cluster?: string },
): Promise<DeliveredManifests | undefined> {
  requirePermission(actor, "catalog.read");
  const found = await deps.read.service.rendering(query);
  if (found === undefined) return undefined;
  const rendering = readRendering(found.content);
  if (rendering === undefined) throw new AppError("internal", "A stored rendering could not be read.");
  const objects: KubernetesObject[] = [...rendering.guarded, ...rendering.objects];
  return {
    cluster: found.cluster,
    namespace: found.namespace,
    release: found.release,
    manifests: objects.map(manifestView),
  };
}
