import { type Actor, AppError, type Decision, decide } from "@fairlead/domain";
import { requirePermission } from "../access/require-permission.ts";
import type { Deps } from "../deps.ts";
import type { ResourceView } from "./resource-reader.ts";

export interface ResourceDetails extends ResourceView {
  can: { edit: Decision };
}

/** Everything about something off the platform, and what the actor may do with it. */
export async function getResource(deps: Pick<Deps, "read">, actor: Actor, name: string): Promise<ResourceDetails> {
  requirePermission(actor, "catalog.read");
  const view = await deps.read.resource.get(name);
  if (view === undefined) {
    const subject = `resource ${name.slice(0, 60)}`;
    throw new AppError("not-found", `There is no ${subject.replace(" ", " named ")}.`, { subject });
  }
  return { ...view, can: { edit: decide(actor, "service.edit", { team: view.owner.team }) } };
}
