import { previewTemplate as preview } from "@fairlead/application";
import * as z from "zod";
import { violationSchema } from "../rest/problem.ts";
import { manifestSchema } from "../service/preview-dto.ts";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";
import { templateTextSchema } from "./template-text-input.ts";

/** What a template, as somebody writes it, would do to one service in one environment. Writes nothing. */
export const previewTemplate = permittedProcedure("template.edit")
  .input(templateTextSchema.extend({ service: z.string().max(40), environment: z.string().max(40) }))
  .output(
    z.object({
      service: z.string(),
      environment: z.string(),
      cluster: z.string(),
      /** The version that it has. */
      version: z.string(),
      words: z.array(z.string()),
      before: z.array(manifestSchema),
      after: z.array(manifestSchema),
      failing: z.array(violationSchema),
      mended: z.array(violationSchema),
    }),
  )
  .query(({ ctx, input }) => preview(ctx.deps, ctx.actor, input));
