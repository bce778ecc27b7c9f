import { applyDocuments, type Deps, SYSTEM_ACTOR } from "@fairlead/application";
import type { EnvironmentDocument } from "@fairlead/domain";
import type { Library } from "@fairlead/library";
import { unpublished } from "./unpublished.ts";

export interface SandboxClusterFacts {
  name: string;
  region?: string;
  /** Pods in it run nothing. */
  simulated: boolean;
}

/**
 * What a fresh installation has: its clusters, the environments on them, the templates. Doing it again changes only
 * what is different. An environment whose clusters are not there goes to the first one that is. A version of a template
 * that is there stays as it was published, whatever ships under its number now.
 */
export async function loadPlatform(
  deps: Deps,
  library: Library,
  clusters: readonly SandboxClusterFacts[],
): Promise<void> {
  const documents = [
    ...clusters.map(({ name, region, simulated }) => ({
      apiVersion: "fairlead.dev/v1alpha1",
      kind: "Cluster",
      metadata: { name },
      spec: { simulated, ...(region === undefined ? {} : { region }) },
    })),
    ...library.environments.map((environment) => placed(environment, clusters)),
    ...(await unpublished(deps.read.template, library.templates)),
  ];
  await applyDocuments(deps, SYSTEM_ACTOR, {
    documents: documents.map((value) => ({ value })),
    reason: "Fresh installation",
  });
}

function placed(environment: EnvironmentDocument, clusters: readonly SandboxClusterFacts[]): EnvironmentDocument {
  const there = environment.spec.placements.filter(({ cluster }) => clusters.some(({ name }) => name === cluster));
  const [first] = clusters;
  if (there.length > 0 || first === undefined)
    return { ...environment, spec: { ...environment.spec, placements: there } };
  return { ...environment, spec: { ...environment.spec, placements: [{ cluster: first.name }] } };
}
