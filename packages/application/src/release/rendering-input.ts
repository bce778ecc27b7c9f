import { AppError, type EnvironmentDocument, type ServiceDocument, type TemplateDocument } from "@fairlead/domain";
import type { Refs, RenderInput } from "@fairlead/manifests";
import type { RenderingFacts } from "../catalog/catalog-reader.ts";
import type { Deps } from "../deps.ts";

/** What a rendering of a service in an environment needs, one input for each cluster that the environment lies on. */
export async function renderingInputs(
  deps: Pick<Deps, "read" | "defaultProfile" | "portalUrl">,
  {
    service,
    template,
    environment,
    image,
  }: { service: ServiceDocument; template: TemplateDocument; environment: EnvironmentDocument; image: string },
): Promise<RenderInput[]> {
  const { name } = service.metadata;
  const patched = service.spec.environments?.[environment.metadata.name]?.needs;
  const needs = Array.isArray(patched) ? [...(service.spec.needs ?? []), ...patched] : (service.spec.needs ?? []);
  const named = (field: "service" | "resource") =>
    needs.flatMap((need) => {
      const value =
        typeof need === "object" && need !== null
          ? Object.entries(need).find(([key]) => key === field)?.[1]
          : undefined;
      return typeof value === "string" ? [value] : [];
    });
  const clusters = environment.spec.placements.map(({ cluster }) => cluster);
  const facts = await deps.read.catalog.renderingFacts({
    team: service.spec.owner,
    service: name,
    calls: named("service"),
    resources: named("resource"),
    clusters,
  });
  return clusters.map((cluster) => {
    const known = facts.clusters.find((candidate) => candidate.name === cluster);
    if (known === undefined)
      throw new AppError("not-found", `There is no cluster named ${cluster}. Ask the platform team to attach it.`);
    return {
      service,
      template,
      environment,
      image,
      destination: {
        cluster,
        namespace: namespaceFor(facts, name, environment, cluster),
        clusterDomain: known.clusterDomain,
      },
      profile: known.profile ?? deps.defaultProfile,
      refs: refsFor(facts, service, environment, cluster, `${deps.portalUrl}/services/${name}`),
    };
  });
}

/** The namespace that was chosen, else the one that will be: the name alone where the cluster serves one environment. */
function namespaceFor(
  facts: RenderingFacts,
  service: string,
  environment: EnvironmentDocument,
  cluster: string,
): string {
  const name = environment.metadata.name;
  const chosen = facts.places.find(
    (place) => place.service === service && place.environment === name && place.cluster === cluster,
  );
  if (chosen !== undefined) return chosen.namespace;
  const shared = (facts.clusters.find((candidate) => candidate.name === cluster)?.environments.length ?? 0) > 1;
  const pattern = environment.spec.namespacePattern ?? (shared ? "{service}-{environment}" : "{service}");
  return pattern.replaceAll("{service}", service).replaceAll("{environment}", name);
}

function refsFor(
  facts: RenderingFacts,
  service: ServiceDocument,
  environment: EnvironmentDocument,
  cluster: string,
  contact: string,
): Refs {
  const name = environment.metadata.name;
  return {
    team: facts.owner.team,
    tier: service.spec.tier ?? 3,
    contact,
    groups: facts.owner.groups,
    services: Object.fromEntries(
      facts.services.map((callee) => [
        callee.metadata.name,
        { namespace: namespaceFor(facts, callee.metadata.name, environment, cluster), ports: callee.spec.ports ?? [] },
      ]),
    ),
    resources: Object.fromEntries(
      facts.resources.flatMap((resource) => {
        const address = resource.spec.environments?.[name];
        return address === undefined ? [] : [[resource.metadata.name, address]];
      }),
    ),
  };
}
