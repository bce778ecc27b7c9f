import type { EnvironmentDocument, ServiceDocument, TemplateDocument, Violation } from "@fairlead/domain";
import type { RenderInput } from "@fairlead/manifests";
import type { Deps } from "../deps.ts";
import { examine } from "../release/examine.ts";

/**
 * Renders a template's example for each environment: what is wrong in its patches and extras is an error; what else
 * keeps the example from being rendered, or which policies refuse it, is a warning, since services answer more.
 */
export function tryTemplate(
  template: TemplateDocument,
  example: ServiceDocument | undefined,
  environments: readonly EnvironmentDocument[],
  deps: Pick<Deps, "judge" | "defaultProfile" | "portalUrl">,
): Violation[] {
  if (example === undefined) return [];
  const found = environments.flatMap((environment) => {
    const { violations } = examine(exampleInput(template, example, environment, deps), deps.judge);
    return violations.filter(({ severity }) => severity === "error").map((one) => asTemplates(one, environment));
  });
  return [...new Map(found.map((violation) => [`${violation.path} ${violation.reason}`, violation])).values()];
}

/** What renders a template's example: a place that is like those of the environment, and nobody around it. */
export function exampleInput(
  template: TemplateDocument,
  service: ServiceDocument,
  environment: EnvironmentDocument,
  { defaultProfile, portalUrl }: Pick<Deps, "defaultProfile" | "portalUrl">,
): RenderInput {
  const { name } = service.metadata;
  const [placement] = environment.spec.placements;
  return {
    service,
    template,
    environment,
    image: service.spec.image ?? "",
    destination: {
      cluster: placement?.cluster ?? "example",
      namespace: `${name}-${environment.metadata.name}`,
      clusterDomain: "cluster.local",
    },
    profile: defaultProfile,
    refs: {
      team: service.spec.owner,
      tier: service.spec.tier ?? 3,
      contact: `${portalUrl}/services/${name}`,
      groups: [{ name: service.spec.owner, role: "developer" }],
      services: {},
      resources: {},
    },
    exceptions: [],
  };
}

/** A violation of the example, told of the template: its own parts by their place, the rest as a note. */
function asTemplates(violation: Violation, { metadata }: EnvironmentDocument): Violation {
  const { path, reason, remedy } = violation;
  if (path.startsWith("template.")) {
    const own = `spec.${path.slice("template.".length)}`;
    return {
      path: own,
      reason: `fails for a service that answers only what it must: ${reason}`,
      remedy: RISKY,
      severity: "error",
    };
  }
  const at = path.startsWith("spec.") ? `spec.defaults.${path}` : "spec";
  const where = `in ${metadata.name}, for a service that answers only what it must`;
  return { path: at, reason: `${reason} (${where})`, remedy, severity: "warning", ...policyOf(violation) };
}

function policyOf({ policy }: Violation): { policy?: string } {
  return policy === undefined ? {} : { policy };
}

const RISKY = "Give the question a default, or ask first: has(parameters.x), or parameters.?x.orValue(false).";
