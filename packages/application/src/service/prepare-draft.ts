import { AppError, type EnvironmentDocument, type ServiceDocument, type Violation } from "@fairlead/domain";
import type { RenderInput } from "@fairlead/manifests";
import type { Deps } from "../deps.ts";
import { renderingInputs } from "../release/rendering-input.ts";

/** Stands in until somebody has named the image, so that everything else can be seen. */
export const IMAGE_TO_COME = "registry.example.com/image-to-come:v0";

const IMAGE_MISSING: Violation = {
  path: "spec.image",
  reason: "is missing",
  remedy: "Name what your pipeline pushed, with its tag.",
  severity: "error",
};

/** What a draft can be rendered from, with what is missing in it; or why it cannot. */
export type PreparedDraft = { input: RenderInput; missing: Violation[] } | { violations: Violation[] };

/**
 * A declaration while it is written, made ready to be rendered for the first cluster of an environment.
 *
 * @throws AppError `not-found` where the environment lies on no cluster
 */
export async function prepareDraft(
  deps: Pick<Deps, "read" | "defaultProfile" | "portalUrl" | "now">,
  service: ServiceDocument,
  environment: EnvironmentDocument,
): Promise<PreparedDraft> {
  const [name = "", version = ""] = service.spec.template?.split("@") ?? [];
  const template = await deps.read.catalog.template(name, version);
  if (template === undefined) {
    const violation: Violation = {
      path: "spec.template",
      reason: `there is no template ${service.spec.template ?? ""}`,
      remedy: "Choose one of those offered.",
      severity: "error",
    };
    return { violations: [violation] };
  }
  const image = service.spec.image ?? IMAGE_TO_COME;
  const [input] = await renderingInputs(deps, { service, template, environment, image });
  if (input === undefined) throw new AppError("not-found", `${environment.metadata.name} lies on no cluster.`);
  return { input, missing: service.spec.image === undefined ? [IMAGE_MISSING] : [] };
}
