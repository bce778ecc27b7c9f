import { type Actor, AppError, checkService, type ServiceDocument } from "@fairlead/domain";
import { explain, type RenderInput, render } from "@fairlead/manifests";
import { requirePermission } from "../access/require-permission.ts";
import type { Deps } from "../deps.ts";
import { readRendering } from "../release/read-rendering.ts";
import { renderingInputs } from "../release/rendering-input.ts";
import { type ExplainedLines, explainLines } from "./explain-lines.ts";
import { findEnvironment } from "./find-environment.ts";
import { prepareDraft } from "./prepare-draft.ts";

const NOTHING: ExplainedLines = { sources: [], objects: [] };

/**
 * Who set each line of what a declaration becomes, and why. Costs about a hundred renderings, so it is asked when
 * somebody wants to know and not while somebody types. Empty where the declaration cannot be rendered yet.
 */
export async function explainService(
  deps: Pick<Deps, "read" | "defaultProfile" | "portalUrl" | "now">,
  actor: Actor,
  input: { document: unknown; environment: string },
): Promise<ExplainedLines> {
  requirePermission(actor, "catalog.read");
  const environment = await findEnvironment(deps, input.environment);
  const { document } = checkService(input.document);
  const prepared = document === undefined ? undefined : await prepareDraft(deps, document, environment);
  if (prepared === undefined || "violations" in prepared) return NOTHING;
  const rendered = render(prepared.input);
  if (!rendered.ok) return NOTHING;
  return explained(prepared.input, [...rendered.value.guarded, ...rendered.value.objects]);
}

/**
 * The same for what was last delivered to a place, from the release that brought it. What the catalog, the cluster or
 * Fairlead itself would have otherwise by now is marked as of the past.
 */
export async function explainDelivered(
  deps: Pick<Deps, "read" | "defaultProfile" | "portalUrl" | "now">,
  actor: Actor,
  query: { service: string; environment: string; cluster?: string },
): Promise<ExplainedLines> {
  requirePermission(actor, "catalog.read");
  const found = await deps.read.service.rendering(query);
  if (found === undefined) return NOTHING;
  const rendering = readRendering(found.content);
  if (rendering === undefined) throw new AppError("internal", "A stored rendering could not be read.");
  const [name = "", version = ""] = found.template.split("@");
  const [environment, revision, template] = await Promise.all([
    findEnvironment(deps, query.environment),
    deps.read.service.revision(query.service, found.revision),
    deps.read.catalog.template(name, version),
  ]);
  if (revision === undefined || template === undefined) return NOTHING;
  const service: ServiceDocument = revision.document;
  const inputs = await renderingInputs(deps, { service, template, environment, image: found.image });
  const input = inputs.find(({ destination }) => destination.cluster === found.cluster);
  return input === undefined ? NOTHING : explained(input, [...rendering.guarded, ...rendering.objects]);
}

function explained(input: RenderInput, objects: Parameters<typeof explainLines>[1]): ExplainedLines {
  const provenance = explain(input);
  return provenance.ok ? explainLines(provenance.value, objects, input) : NOTHING;
}
