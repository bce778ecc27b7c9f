import { endSessions as end } from "@fairlead/application";
import * as z from "zod";
import { given } from "../document/given.ts";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";

const inputSchema = z.strictObject({
  /** Somebody else's: that takes a platform engineer. */
  personId: z.uuid().optional(),
  /** One of them; left out for all. */
  sessionId: z.uuid().optional(),
});

/** Signs somebody out at once, everywhere or in one browser. */
export const endSessions = permittedProcedure("account.own")
  .input(inputSchema)
  .output(z.object({ ended: z.int() }))
  .mutation(async ({ ctx, input }) => ({ ended: await end(ctx.deps, ctx.actor, given(input)) }));
