import type { RenderInput } from "@fairlead/manifests";
import type { Deps } from "../deps.ts";
import { inputsFromFacts, namedNeeds, type RenderRequest } from "./inputs-from-facts.ts";

/** What a rendering of a service in an environment needs, one input for each cluster that the environment lies on. */
export async function renderingInputs(
  deps: Pick<Deps, "read" | "defaultProfile" | "portalUrl" | "now">,
  request: RenderRequest,
): Promise<RenderInput[]> {
  const { services, resources } = namedNeeds(request);
  const facts = await deps.read.catalog.renderingFacts({
    team: request.service.spec.owner,
    service: request.service.metadata.name,
    calls: services,
    resources,
    clusters: request.environment.spec.placements.map(({ cluster }) => cluster),
  });
  return inputsFromFacts(facts, request, deps);
}
