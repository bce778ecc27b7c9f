import { getException as get } from "@fairlead/application";
import * as z from "zod";
import { presentTimes } from "../document/present-time.ts";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";
import { exceptionDetailsSchema } from "./exception-dto.ts";
import { presentException } from "./present-exception.ts";

/** One exception: what was said and decided, and whether each cluster honours it. */
export const getException = permittedProcedure("catalog.read")
  .input(z.strictObject({ number: z.int().min(1).max(2_147_483_647) }))
  .output(exceptionDetailsSchema)
  .query(async ({ ctx, input }) => {
    const exception = await get(ctx.deps, ctx.actor, input.number);
    return {
      ...presentException(ctx, exception),
      places: exception.places.map(({ since, unreachableSince, lastContactAt, ...place }) => ({
        ...place,
        ...presentTimes({ since, unreachableSince, lastContactAt }),
      })),
      can: exception.can,
    };
  });
