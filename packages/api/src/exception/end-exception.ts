import { endException as end } from "@fairlead/application";
import * as z from "zod";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";

/** Ends an exception before its time, or takes back a request. */
export const endException = permittedProcedure("exception.request")
  .input(z.strictObject({ number: z.int(), reason: z.string().trim().max(2000).default("") }))
  .output(z.void())
  .mutation(({ ctx, input }) => end(ctx.deps, ctx.actor, input));
