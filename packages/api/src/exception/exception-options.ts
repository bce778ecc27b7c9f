import { exceptionOptions as options } from "@fairlead/application";
import * as z from "zod";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";

/** Everything that one can ask for an exception from, and what one cannot, with the reason. */
export const exceptionOptions = permittedProcedure("catalog.read")
  .output(
    z.array(
      z.object({
        kind: z.enum(["policy", "setting"]),
        name: z.string(),
        title: z.string(),
        severity: z.enum(["high", "medium", "low"]),
        longestDays: z.int(),
        hint: z.string().optional(),
        refusal: z.string().optional(),
      }),
    ),
  )
  .query(({ ctx }) => options(ctx.deps, ctx.actor));
