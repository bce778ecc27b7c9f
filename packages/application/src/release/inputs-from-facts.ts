import {
  AppError,
  type EnvironmentDocument,
  type Exposure,
  exceptionsInForce,
  type Profile,
  resolveSpec,
  type ServiceDocument,
  type TemplateDocument,
} from "@fairlead/domain";
import type { Refs, RenderInput, ServiceAddress } from "@fairlead/manifests";
import type { Callee, RenderingFacts } from "../catalog/catalog-reader.ts";

/** A declaration and where it should run. */
export interface RenderRequest {
  service: ServiceDocument;
  template: TemplateDocument;
  environment: EnvironmentDocument;
  image: string;
}

export interface RenderSettings {
  /** For a cluster that nobody has looked at yet. */
  defaultProfile: Profile;
  /** Public address of the portal, without a slash at its end. */
  portalUrl: string;
  /** Exceptions hold until a moment. */
  now(): Date;
}

/** The names of what a declaration calls in an environment. None where it cannot be resolved: rendering says why. */
export function namedNeeds({ service, template, environment }: Omit<RenderRequest, "image">): {
  services: string[];
  resources: string[];
} {
  const resolved = resolveSpec(service, template, environment.metadata.name);
  const needs = resolved.ok ? resolved.value.needs : [];
  return {
    services: needs.flatMap((need) => ("service" in need ? [need.service] : [])),
    resources: needs.flatMap((need) => ("resource" in need ? [need.resource] : [])),
  };
}

/**
 * The inputs of rendering, one for each cluster that the environment lies on, from what the catalog knows now.
 *
 * @throws AppError `not-found` where a cluster is not there
 */
export function inputsFromFacts(
  facts: RenderingFacts,
  request: RenderRequest,
  settings: RenderSettings,
): RenderInput[] {
  const { service, template, environment, image } = request;
  const { name } = service.metadata;
  const place = { service: name, environment: environment.metadata.name, now: settings.now() };
  const exceptions = exceptionsInForce(facts.exceptions, place);
  return environment.spec.placements.map(({ cluster }) => {
    const known = facts.clusters.find((candidate) => candidate.name === cluster);
    if (known === undefined)
      throw new AppError("not-found", `There is no cluster named ${cluster}. Ask the platform team to attach it.`);
    const { clusterDomain } = known;
    return {
      service,
      template,
      environment,
      image,
      destination: { cluster, namespace: namespaceFor(facts, name, environment, cluster), clusterDomain },
      profile: known.profile ?? settings.defaultProfile,
      refs: refsFor(facts, request, cluster, `${settings.portalUrl}/services/${name}`),
      exceptions,
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

function refsFor(facts: RenderingFacts, request: RenderRequest, cluster: string, contact: string): Refs {
  const { service, environment } = request;
  const needs = namedNeeds(request);
  return {
    team: facts.owner.team,
    tier: service.spec.tier ?? 3,
    contact,
    groups: facts.owner.groups,
    services: Object.fromEntries(
      needs.services.map((name): [string, ServiceAddress] => {
        const callee = facts.services.find(({ document }) => document.metadata.name === name);
        const namespace = namespaceFor(facts, name, environment, cluster);
        return [name, { namespace, ...addressOf(callee, facts.owner.team, environment) }];
      }),
    ),
    resources: Object.fromEntries(
      facts.resources.flatMap(({ metadata, spec }) => {
        const { environments = {} } = spec;
        const address = Object.hasOwn(environments, environment.metadata.name)
          ? environments[environment.metadata.name]
          : undefined;
        return address === undefined ? [] : [[metadata.name, address]];
      }),
    ),
  };
}

/** The ports of a callee as they are there, its template's included, or why nobody answers. */
function addressOf(
  callee: Callee | undefined,
  caller: string,
  environment: EnvironmentDocument,
): Omit<ServiceAddress, "namespace"> {
  const { name } = environment.metadata;
  if (callee === undefined) return { ports: [], missing: "is not declared" };
  const { document, template } = callee;
  if (template === undefined) return { ports: [], missing: "is in the catalog only" };
  const resolved = resolveSpec(document, template, name);
  if (!resolved.ok) return { ports: [], missing: "is not declared rightly" };
  const { ports, expose } = resolved.value;
  const refuses = refusal(expose.to, document.spec.owner, caller);
  const { environments } = document.spec;
  return {
    ports,
    ...(environments === undefined || Object.hasOwn(environments, name) ? {} : { missing: `does not run in ${name}` }),
    ...(refuses === undefined ? {} : { refuses }),
  };
}

function refusal(to: Exposure, owner: string, caller: string): string | undefined {
  if (to === "nobody") return "is for nobody to call";
  return to === "team" && owner !== caller ? `is for ${owner} alone to call` : undefined;
}
