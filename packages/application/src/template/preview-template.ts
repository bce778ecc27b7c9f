import { type Actor, AppError, type Violation } from "@fairlead/domain";
import { requirePermission } from "../access/require-permission.ts";
import type { Deps } from "../deps.ts";
import { type ManifestView, manifestView } from "../service/preview-service.ts";
import { compareTemplates, factsQuery } from "./compare-templates.ts";
import { templateIn } from "./impact-of-template.ts";

/** What a new version would do to one service in one environment. */
export interface TemplatePreview {
  service: string;
  environment: string;
  cluster: string;
  /** The version that it has. */
  version: string;
  words: string[];
  before: ManifestView[];
  after: ManifestView[];
  failing: Violation[];
  mended: Violation[];
}

/**
 * Shows one service with a template as somebody writes it, against what it gets now. Of an environment on several
 * clusters the first is shown.
 *
 * @throws AppError `invalid` where the text is no template yet, `not-found`
 */
export async function previewTemplate(
  deps: Deps,
  actor: Actor,
  input: { name: string; text: string; service: string; environment: string },
): Promise<TemplatePreview> {
  requirePermission(actor, "template.edit");
  const then = templateIn(input.text);
  const [view, environments] = await Promise.all([
    deps.read.service.get(input.service),
    deps.read.catalog.environments(),
  ]);
  const environment = environments.find(({ metadata }) => metadata.name === input.environment);
  if (view === undefined) throw new AppError("not-found", `There is no service named ${input.service.slice(0, 60)}.`);
  if (environment === undefined)
    throw new AppError("not-found", `There is no environment named ${input.environment.slice(0, 60)}.`);
  const service = view.document;
  const [name = "", version = ""] = service.spec.template?.split("@") ?? [];
  const now = name === input.name ? await deps.read.catalog.template(name, version) : undefined;
  if (now === undefined)
    throw new AppError("not-found", `${input.service.slice(0, 60)} does not use ${input.name.slice(0, 60)}.`);
  const facts = await deps.read.catalog.renderingFacts(factsQuery(service, [environment], [now, then]));
  const [effect] = compareTemplates(deps, facts, service, environment, { now, then });
  if (effect === undefined) throw new AppError("not-found", `${input.environment} lies on no cluster.`);
  return {
    service: input.service,
    environment: input.environment,
    cluster: effect.cluster,
    version,
    words: effect.words,
    before: effect.before.map(manifestView),
    after: effect.after.map(manifestView),
    failing: effect.failing,
    mended: effect.mended,
  };
}
