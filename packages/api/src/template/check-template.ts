import { checkTemplateText } from "@fairlead/application";
import * as z from "zod";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";
import { placedViolationSchema } from "./template-page-dto.ts";
import { templateTextSchema } from "./template-text-input.ts";

/** What is wrong with a template while somebody writes it, each with line and column. Writes nothing. */
export const checkTemplate = permittedProcedure("template.edit")
  .input(templateTextSchema)
  .output(
    z.object({
      /** What its text says the version is; missing where its shape is wrong. */
      version: z.string().optional(),
      violations: z.array(placedViolationSchema),
      newest: z.string().optional(),
      suggested: z.object({ version: z.string(), because: z.string() }).optional(),
    }),
  )
  .query(async ({ ctx, input }) => {
    const { document, ...rest } = await checkTemplateText(ctx.deps, ctx.actor, input);
    return { ...rest, ...(document === undefined ? {} : { version: document.metadata.version }) };
  });
