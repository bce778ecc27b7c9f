import type { Actor } from "@fairlead/domain";
import { requirePermission } from "../access/require-permission.ts";
import type { Deps } from "../deps.ts";
import type { ResourceListItem } from "./resource-reader.ts";

export interface ListResourcesInput {
  text?: string;
  mine?: boolean;
  cursor?: string;
  limit: number;
}

/** What is off the platform, by name, a page at a time. */
export function listResources(
  deps: Pick<Deps, "read">,
  actor: Actor,
  { text, mine = false, cursor, limit }: ListResourcesInput,
): Promise<{ items: ResourceListItem[]; total: number; next?: string }> {
  requirePermission(actor, "catalog.read");
  return deps.read.resource.list({
    limit,
    ...(text === undefined || text === "" ? {} : { text }),
    ...(mine ? { teams: actor.memberships.map(({ team }) => team) } : {}),
    ...(cursor === undefined ? {} : { after: cursor }),
  });
}
