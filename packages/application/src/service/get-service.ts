import { type Actor, AppError, type Decision, decide, type EnvironmentDocument } from "@fairlead/domain";
import { requirePermission } from "../access/require-permission.ts";
import type { Deps } from "../deps.ts";
import type { FitDecisionView } from "../resource/fit-decision.ts";
import { newerVersion } from "../template/newer-version.ts";
import type { ReleaseView, RevisionView, ServiceView } from "./service-reader.ts";

export interface ServiceDetails extends ServiceView {
  /** All environments, in order; the service may run in some only. */
  environments: EnvironmentDocument[];
  /** What speaks against running it here, and why somebody went on. */
  decisions: FitDecisionView[];
  /** The newest version of its template, where it is newer than the one it names. */
  newerTemplate?: string;
  can: { edit: Decision; deploy: Record<string, Decision> };
}

/** Everything about one service, and what the actor may do with it. */
export async function getService(deps: Pick<Deps, "read">, actor: Actor, name: string): Promise<ServiceDetails> {
  requirePermission(actor, "catalog.read");
  const [view, environments, decisions] = await Promise.all([
    deps.read.service.get(name),
    deps.read.catalog.environments(),
    deps.read.resource.decisions("Service", name),
  ]);
  if (view === undefined) throw notFound(name);
  const { team } = view.owner;
  const newerTemplate = await newerVersion(deps, view.document.spec.template);
  const deploy = environments.map(({ metadata, spec }) => [
    metadata.name,
    decide(actor, "service.deploy", { team, production: spec.production ?? false }),
  ]);
  return {
    ...view,
    environments,
    decisions,
    ...(newerTemplate === undefined ? {} : { newerTemplate }),
    can: { edit: decide(actor, "service.edit", { team }), deploy: Object.fromEntries(deploy) },
  };
}

export function listReleases(deps: Pick<Deps, "read">, actor: Actor, name: string): Promise<ReleaseView[]> {
  requirePermission(actor, "catalog.read");
  return deps.read.service.releases(name, 50);
}

export function listRevisions(deps: Pick<Deps, "read">, actor: Actor, name: string): Promise<RevisionView[]> {
  requirePermission(actor, "catalog.read");
  return deps.read.service.revisions(name, 50);
}

export async function getRevision(
  deps: Pick<Deps, "read">,
  actor: Actor,
  input: { name: string; number: number },
): Promise<RevisionView> {
  requirePermission(actor, "catalog.read");
  const revision = await deps.read.service.revision(input.name, input.number);
  if (revision === undefined)
    throw new AppError("not-found", `There is no revision ${input.number} of ${input.name.slice(0, 60)}.`);
  return revision;
}

function notFound(name: string): AppError {
  return new AppError("not-found", `There is no service named ${name.slice(0, 60)}.`, {
    subject: `service ${name.slice(0, 60)}`,
  });
}
