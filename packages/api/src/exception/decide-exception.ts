import { decideException as decide } from "@fairlead/application";
import * as z from "zod";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";

/** Approves or refuses what somebody else asked for. A refusal says why. */
export const decideException = permittedProcedure("exception.decide")
  .input(
    z
      .strictObject({
        number: z.int(),
        decision: z.enum(["approved", "refused"]),
        reason: z.string().trim().max(2000).default(""),
      })
      .refine(({ decision, reason }) => decision === "approved" || reason !== "", {
        path: ["reason"],
        message: "is missing||Say why it is refused, so that who asked knows what to do instead.",
      }),
  )
  .output(z.void())
  .mutation(({ ctx, input }) => decide(ctx.deps, ctx.actor, input));
