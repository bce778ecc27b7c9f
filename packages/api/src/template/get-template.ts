import { getTemplate as get } from "@fairlead/application";
import * as z from "zod";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";
import { templateSchema } from "./template-dto.ts";

/** One version of a template, by `name@version`. */
export const getTemplate = permittedProcedure("catalog.read")
  .input(z.strictObject({ reference: z.string().max(100) }))
  .output(templateSchema)
  .query(({ ctx, input }) => get(ctx.deps, ctx.actor, input.reference));
