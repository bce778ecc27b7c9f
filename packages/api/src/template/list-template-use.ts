import { listTemplateUse as list } from "@fairlead/application";
import * as z from "zod";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";
import { templateItemSchema } from "./template-page-dto.ts";

/** All templates: the newest version of each, who uses it, and whether somebody writes the next one. */
export const listTemplateUse = permittedProcedure("catalog.read")
  .output(z.array(templateItemSchema))
  .query(async ({ ctx }) => {
    const items = await list(ctx.deps, ctx.actor);
    return items.map(({ publishedAt, draft, ...rest }) => ({
      ...rest,
      publishedAt: publishedAt.toISOString(),
      ...(draft === undefined ? {} : { draft: { by: draft.by, at: draft.at.toISOString() } }),
    }));
  });
