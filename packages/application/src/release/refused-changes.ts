import type { Violation } from "@fairlead/domain";
import { claimsKept, type RenderInput, type Rendering } from "@fairlead/manifests";
import type { Deps } from "../deps.ts";
import { readRendering } from "./read-rendering.ts";

/** What a rendering would change where it may not, or for good, held against what was last brought to the same place. */
export async function refusedChanges(
  { read }: Pick<Deps, "read">,
  {
    service,
    environment,
    destination,
    profile,
  }: Pick<RenderInput, "service" | "environment" | "destination" | "profile">,
  { objects }: Pick<Rendering, "objects">,
): Promise<Violation[]> {
  const delivered = await read.service.brought({
    service: service.metadata.name,
    environment: environment.metadata.name,
    cluster: destination.cluster,
  });
  const before = delivered === undefined ? undefined : readRendering(delivered.content);
  return before === undefined ? [] : claimsKept(before.objects, objects, profile);
}
