import { saveTemplateDraft as save } from "@fairlead/application";
import * as z from "zod";
import { given } from "../document/given.ts";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";
import { templateTextSchema } from "./template-text-input.ts";

/** Keeps what somebody has written of a template's next version, right or not. */
export const saveTemplateDraft = permittedProcedure("template.edit")
  .input(templateTextSchema.extend({ seen: z.int().optional() }))
  .output(z.object({ version: z.int() }))
  .mutation(({ ctx, input }) => save(ctx.deps, ctx.actor, { ...given(input), name: input.name, text: input.text }));
