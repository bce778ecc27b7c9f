import { TEAM_ROLES } from "@fairlead/domain";
import * as z from "zod";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";

const meSchema = z.object({
  name: z.string(),
  email: z.string().optional(),
  platformEngineer: z.boolean(),
  memberships: z.array(z.object({ team: z.string(), role: z.enum(TEAM_ROLES) })),
});

/** Who is signed in, and what they are in which team. */
export const me = permittedProcedure("catalog.read")
  .output(meSchema)
  .query(({ ctx }) => ({ ...ctx.actor, memberships: [...ctx.actor.memberships] }));
