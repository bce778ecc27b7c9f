import { listRevisions as list } from "@fairlead/application";
import * as z from "zod";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";
import { revisionSchema } from "./revision-dto.ts";
import { serviceNameSchema } from "./service-name-input.ts";

/** How a declaration came to be: the newest first. */
export const listRevisions = permittedProcedure("catalog.read")
  .input(serviceNameSchema)
  .output(z.array(revisionSchema))
  .query(async ({ ctx, input }) => {
    const revisions = await list(ctx.deps, ctx.actor, input.name);
    return revisions.map(({ at, document, ...rest }) => ({ ...rest, at: at.toISOString(), document: { ...document } }));
  });
