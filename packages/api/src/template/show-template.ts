import { showTemplate as show } from "@fairlead/application";
import * as z from "zod";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";
import { templateDetailsSchema } from "./template-page-dto.ts";
import { templateNameSchema } from "./template-text-input.ts";

/** Everything about a template: what it is, its versions, who uses which. */
export const showTemplate = permittedProcedure("catalog.read")
  .input(z.strictObject({ name: templateNameSchema }))
  .output(templateDetailsSchema)
  .query(async ({ ctx, input }) => {
    const { versions, draft, ...rest } = await show(ctx.deps, ctx.actor, input.name);
    return {
      ...rest,
      versions: versions.map(({ publishedAt, ...version }) => ({ ...version, publishedAt: publishedAt.toISOString() })),
      ...(draft === undefined ? {} : { draft: { by: draft.by, at: draft.at.toISOString() } }),
    };
  });
