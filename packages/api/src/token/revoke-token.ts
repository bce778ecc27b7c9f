import { revokeApiToken } from "@fairlead/application";
import * as z from "zod";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";

/** Ends an API token at once. */
export const revokeToken = permittedProcedure("account.own")
  .input(z.strictObject({ id: z.uuid() }))
  .output(z.void())
  .mutation(({ ctx, input }) => revokeApiToken(ctx.deps, ctx.actor, input.id));
