import { discardTemplateDraft as discard } from "@fairlead/application";
import * as z from "zod";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";
import { templateNameSchema } from "./template-text-input.ts";

/** Throws a template's draft away; the next one starts from the newest version. */
export const discardTemplateDraft = permittedProcedure("template.edit")
  .input(z.strictObject({ name: templateNameSchema, seen: z.int() }))
  .output(z.object({ discarded: z.boolean() }))
  .mutation(({ ctx, input }) => discard(ctx.deps, ctx.actor, input));
