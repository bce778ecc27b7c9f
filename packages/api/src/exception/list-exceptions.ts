import { EXCEPTION_FILTERS, listExceptions as list } from "@fairlead/application";
import * as z from "zod";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";
import { exceptionSchema } from "./exception-dto.ts";
import { presentException } from "./present-exception.ts";

/** Exceptions, the newest first, a page at a time. */
export const listExceptions = permittedProcedure("catalog.read")
  .input(
    z.strictObject({
      filter: z.enum(EXCEPTION_FILTERS).default("requested"),
      service: z.string().max(100).optional(),
      /** The number of the last one of the page before. */
      before: z.int().optional(),
      limit: z.int().min(1).max(100).default(50),
    }),
  )
  .output(z.object({ items: z.array(exceptionSchema), next: z.int().optional() }))
  .query(async ({ ctx, input: { filter, limit, service, before } }) => {
    const page = { ...(service === undefined ? {} : { service }), ...(before === undefined ? {} : { before }) };
    const { items, next } = await list(ctx.deps, ctx.actor, { filter, limit, ...page });
    return {
      items: items.map((exception) => presentException(ctx, exception)),
      ...(next === undefined ? {} : { next }),
    };
  });
