import { listTeams as list } from "@fairlead/application";
import * as z from "zod";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";
import { presentTeam } from "./present-team.ts";
import { teamSchema } from "./team-dto.ts";

/** All teams, by name. */
export const listTeams = permittedProcedure("catalog.read")
  .output(z.array(teamSchema))
  .query(async ({ ctx }) => (await list(ctx.deps, ctx.actor)).map((team) => presentTeam(team, ctx.actor)));
