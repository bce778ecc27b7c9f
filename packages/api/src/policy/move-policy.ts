import { movePolicy as move } from "@fairlead/application";
import * as z from "zod";
import { given } from "../document/given.ts";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";

const when = z.iso.datetime().transform((text) => new Date(text));

/** Decides when a policy warns and when it denies; without dates it only audits. */
export const movePolicy = permittedProcedure("policy.stage")
  .input(
    z.strictObject({
      policy: z.string().max(63),
      warnFrom: when.optional(),
      denyFrom: when.optional(),
      reason: z.string().trim().min(1, "is missing||Say why, for whoever asks later.").max(500),
    }),
  )
  .output(z.void())
  .mutation(({ ctx, input }) => move(ctx.deps, ctx.actor, given(input)));
