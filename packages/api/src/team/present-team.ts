import type { TeamView } from "@fairlead/application";
import type { Actor } from "@fairlead/domain";
import type * as z from "zod";
import type { teamSchema } from "./team-dto.ts";

/** A team, with what who asks is in it. */
export function presentTeam({ document, ...view }: TeamView, actor: Actor): z.input<typeof teamSchema> {
  const { parent, contacts = [], groups = [] } = document.spec;
  const role = actor.memberships.find(({ team }) => team === view.name)?.role;
  return {
    ...view,
    ...(parent === undefined ? {} : { parent }),
    contacts,
    links: document.metadata.links ?? [],
    groups,
    ...(role === undefined ? {} : { role }),
  };
}
