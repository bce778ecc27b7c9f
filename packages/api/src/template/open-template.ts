import { openTemplate as open } from "@fairlead/application";
import * as z from "zod";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";
import { openTemplateSchema } from "./template-page-dto.ts";
import { templateNameSchema } from "./template-text-input.ts";

/** What the editor of a template opens with: the draft, or the newest version; and who may go on. */
export const openTemplate = permittedProcedure("catalog.read")
  .input(z.strictObject({ name: templateNameSchema }))
  .output(openTemplateSchema)
  .query(async ({ ctx, input }) => {
    const { draft, ...rest } = await open(ctx.deps, ctx.actor, input.name);
    return { ...rest, ...(draft === undefined ? {} : { draft: { ...draft, at: draft.at.toISOString() } }) };
  });
