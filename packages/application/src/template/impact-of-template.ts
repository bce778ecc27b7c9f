import { type Actor, AppError, type TemplateDocument } from "@fairlead/domain";
import { requirePermission } from "../access/require-permission.ts";
import type { Deps } from "../deps.ts";
import { compareTemplates, environmentsOf, factsQuery } from "./compare-templates.ts";
import {
  groupEffects,
  groupVerdicts,
  type ImpactGroup,
  type ImpactVerdict,
  type ServiceEffect,
} from "./group-effects.ts";
import { readTemplateText } from "./read-template-text.ts";

/** What a new version would do to some of the services that use the template; `next` leads to the others. */
export interface TemplateImpact {
  asOf: Date;
  /** How many services use it, and how many of them this page looked at. */
  total: number;
  looked: number;
  /** Of those, how many would not change at all. */
  unchanged: number;
  /** Whose template version is not there, or who has no place. */
  notCompared: string[];
  groups: ImpactGroup[];
  verdicts: ImpactVerdict[];
  next?: string;
}

/** A page is a few hundred renderings: bounded work for one request, whoever asks; the screen asks for page after page. */
const PAGE = 20;

/**
 * What a template, as somebody writes it, would change in the services that use any version of it: page by page, so
 * that 400 services hold nobody up and whoever has seen enough stops asking.
 *
 * @throws AppError `invalid` with the violations where the text is no template yet
 */
export async function impactOfTemplate(
  deps: Deps,
  actor: Actor,
  { name, text, after }: { name: string; text: string; after?: string },
): Promise<TemplateImpact> {
  requirePermission(actor, "template.edit");
  const then = templateIn(text);
  const [page, environments] = await Promise.all([
    deps.read.template.declarations(name, { limit: PAGE, ...(after === undefined ? {} : { after }) }),
    deps.read.catalog.environments(),
  ]);
  const versions = new Map<string, TemplateDocument | undefined>();
  const effects: ServiceEffect[] = [];
  const notCompared: string[] = [];
  for (const service of page.services) {
    const [, version = ""] = service.spec.template?.split("@") ?? [];
    if (!versions.has(version)) versions.set(version, await deps.read.catalog.template(name, version));
    const now = versions.get(version);
    const places = environmentsOf(service, environments);
    if (now === undefined || places.length === 0) {
      notCompared.push(service.metadata.name);
      continue;
    }
    const facts = await deps.read.catalog.renderingFacts(factsQuery(service, places, [now, then]));
    for (const environment of places)
      for (const effect of compareTemplates(deps, facts, service, environment, { now, then }))
        effects.push({ service: service.metadata.name, effect });
  }
  const groups = groupEffects(effects, deps.digest);
  const changed = new Set(groups.flatMap(({ places }) => places.map(({ service }) => service)));
  const last = page.services.at(-1)?.metadata.name;
  return {
    asOf: deps.now(),
    total: page.total,
    looked: page.services.length,
    unchanged: page.services.length - notCompared.length - changed.size,
    notCompared,
    groups,
    verdicts: groupVerdicts(effects),
    ...(last === undefined || page.services.length < PAGE ? {} : { next: last }),
  };
}

/** The template that a text is. */
export function templateIn(text: string): TemplateDocument {
  const { document, violations } = readTemplateText(text);
  if (document !== undefined) return document;
  throw new AppError("invalid", "The template is not right yet: mend what is marked first.", { violations });
}
