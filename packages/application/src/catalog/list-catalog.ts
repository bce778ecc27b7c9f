import { type Actor, AppError, type EnvironmentDocument, type TemplateDocument } from "@fairlead/domain";
import { requirePermission } from "../access/require-permission.ts";
import type { Deps } from "../deps.ts";
import type { TeamView } from "./catalog-reader.ts";

export function listTeams(deps: Pick<Deps, "read">, actor: Actor): Promise<TeamView[]> {
  requirePermission(actor, "catalog.read");
  return deps.read.catalog.teams();
}

export function listTemplates(deps: Pick<Deps, "read">, actor: Actor): Promise<TemplateDocument[]> {
  requirePermission(actor, "catalog.read");
  return deps.read.catalog.templates();
}

export async function getTemplate(
  deps: Pick<Deps, "read">,
  actor: Actor,
  reference: string,
): Promise<TemplateDocument> {
  requirePermission(actor, "catalog.read");
  const [name = "", version = ""] = reference.split("@");
  const template = await deps.read.catalog.template(name, version);
  if (template === undefined) throw new AppError("not-found", `There is no template ${reference.slice(0, 80)}.`);
  return template;
}

export function listEnvironments(deps: Pick<Deps, "read">, actor: Actor): Promise<EnvironmentDocument[]> {
  requirePermission(actor, "catalog.read");
  return deps.read.catalog.environments();
}
