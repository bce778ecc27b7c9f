import { exceptionsInForce } from "@fairlead/domain";
import type { RenderInput } from "@fairlead/manifests";
import type { Deps } from "../deps.ts";
import { inputsFromFacts, namedNeeds, type RenderRequest } from "./inputs-from-facts.ts";

/** What a rendering of a service in an environment needs, one input for each cluster that the environment lies on. */
export async function renderingInputs(
  deps: Pick<Deps, "read" | "defaultProfile" | "portalUrl" | "now">,
  request: RenderRequest,
): Promise<RenderInput[]> {
  const { services, resources } = namedNeeds(request);
  const service = request.service.metadata.name;
  const [facts, approved] = await Promise.all([
    deps.read.catalog.renderingFacts({
      team: request.service.spec.owner,
      service,
      calls: services,
      resources,
      clusters: request.environment.spec.placements.map(({ cluster }) => cluster),
    }),
    deps.read.exception.approvedOf(service),
  ]);
  const place = { service, environment: request.environment.metadata.name, now: deps.now() };
  return inputsFromFacts({ ...facts, exceptions: exceptionsInForce(approved, place) }, request, deps);
}
