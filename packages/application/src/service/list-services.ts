import type { Actor } from "@fairlead/domain";
import { requirePermission } from "../access/require-permission.ts";
import type { Deps } from "../deps.ts";
import type { ServiceListItem } from "./service-reader.ts";

export interface ListServicesInput {
  text?: string;
  mine?: boolean;
  notHealthy?: boolean;
  cursor?: string;
  limit: number;
}

/** Services by name, a page at a time. `mine` are those of the actor's teams. */
export function listServices(
  deps: Pick<Deps, "read">,
  actor: Actor,
  { text, mine, notHealthy, cursor, limit }: ListServicesInput,
): Promise<{ items: ServiceListItem[]; total: number; next?: string }> {
  requirePermission(actor, "catalog.read");
  return deps.read.service.list({
    limit,
    ...(text ? { text } : {}),
    ...(mine ? { teams: actor.memberships.map(({ team }) => team) } : {}),
    ...(notHealthy ? { notHealthy } : {}),
    ...(cursor ? { after: cursor } : {}),
  });
}
