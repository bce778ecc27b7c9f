import { listTeams } from "@fairlead/application";
import { AppError } from "@fairlead/domain";
import * as z from "zod";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";
import { presentTeam } from "./present-team.ts";
import { teamSchema } from "./team-dto.ts";

/** One team: how to reach it, and who is in it. */
export const getTeam = permittedProcedure("catalog.read")
  .input(z.strictObject({ name: z.string().max(100) }))
  .output(teamSchema)
  .query(async ({ ctx, input }) => {
    const team = (await listTeams(ctx.deps, ctx.actor)).find(({ name }) => name === input.name);
    if (team === undefined) throw new AppError("not-found", `There is no team named ${input.name}.`);
    return presentTeam(team, ctx.actor);
  });
