import { serviceExceptions as ofService } from "@fairlead/application";
import * as z from "zod";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";
import { exceptionSchema } from "./exception-dto.ts";
import { presentException } from "./present-exception.ts";

/** The exceptions of a service that matter now: what waits or holds, and what serves under one that is over. */
export const serviceExceptions = permittedProcedure("catalog.read")
  .input(z.strictObject({ name: z.string().max(100) }))
  .output(
    z.object({
      open: z.array(exceptionSchema),
      outlived: z.array(z.object({ number: z.int(), environment: z.string(), cluster: z.string() })),
    }),
  )
  .query(async ({ ctx, input }) => {
    const { open, outlived } = await ofService(ctx.deps, ctx.actor, input.name);
    return { open: open.map((exception) => presentException(ctx, exception)), outlived };
  });
