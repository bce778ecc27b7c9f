import { listReleases as list } from "@fairlead/application";
import * as z from "zod";
import { serviceNameSchema } from "../service/service-name-input.ts";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";
import { presentRelease } from "./present-release.ts";
import { releaseSchema } from "./release-dto.ts";

/** What was released of a service: the newest first. */
export const listReleases = permittedProcedure("catalog.read")
  .input(serviceNameSchema)
  .output(z.array(releaseSchema))
  .query(async ({ ctx, input }) => (await list(ctx.deps, ctx.actor, input.name)).map(presentRelease));
