import { listResources as list } from "@fairlead/application";
import * as z from "zod";
import { given } from "../document/given.ts";
import { pageInputSchema, pageOf } from "../document/page.ts";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";
import { resourceSummarySchema } from "./resource-dto.ts";

const inputSchema = pageInputSchema.extend({
  /** Part of a name, title, description or host. */
  text: z.string().max(100).optional(),
  /** Only those of the teams of who asks. */
  mine: z.boolean().optional(),
});

/** What is off the platform, by name, a page at a time. */
export const listResources = permittedProcedure("catalog.read")
  .input(inputSchema)
  .output(pageOf(resourceSummarySchema).extend({ total: z.int() }))
  .query(async ({ ctx, input }) => {
    const { items, total, next } = await list(ctx.deps, ctx.actor, given(input));
    return { items, total, ...(next === undefined ? {} : { nextCursor: next }) };
  });
