import { type Need, needSchema, type ServiceDocument } from "@fairlead/domain";
import * as z from "zod";

// What differs in an environment is a merge patch: it was checked when it was saved, by merging it.
const patchSchema = z.object({
  expose: z
    .object({ hosts: z.array(z.string()).nullish().catch(undefined) })
    .nullish()
    .catch(undefined),
  needs: z.array(needSchema).nullish().catch(undefined),
});

function patchesOf({ spec }: ServiceDocument) {
  return Object.values(spec.environments ?? {}).map((patch) => patchSchema.parse(patch));
}

/** The hosts that a service has in any environment. */
export function declaredHosts(document: ServiceDocument): string[] {
  const patched = patchesOf(document).flatMap(({ expose }) => expose?.hosts ?? []);
  return [...new Set([...(document.spec.expose?.hosts ?? []), ...patched])];
}

export interface Dependency {
  targetKind: "service" | "resource" | "external";
  targetName: string;
  targetPort: string;
  optional: boolean;
}

/** What a service calls in any environment, each once. */
export function declaredDependencies(document: ServiceDocument): Dependency[] {
  const needs = [...(document.spec.needs ?? []), ...patchesOf(document).flatMap((patch) => patch.needs ?? [])];
  const byTarget = new Map(
    needs.map(toDependency).map((each) => [`${each.targetKind} ${each.targetName} ${each.targetPort}`, each] as const),
  );
  return [...byTarget.values()];
}

function toDependency(need: Need): Dependency {
  if ("service" in need)
    return {
      targetKind: "service",
      targetName: need.service,
      targetPort: need.port ?? "",
      optional: need.optional ?? false,
    };
  if ("resource" in need)
    return { targetKind: "resource", targetName: need.resource, targetPort: "", optional: need.optional ?? false };
  return { targetKind: "external", targetName: need.external, targetPort: String(need.port), optional: false };
}
