import { issueApiToken } from "@fairlead/application";
import * as z from "zod";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const inputSchema = z.strictObject({
  name: z.string().trim().min(1).max(80),
  days: z.int().min(1).max(365).default(90),
});

/** A new API token with the rights of who asks. This answer is the only time that anybody sees it. */
export const issueToken = permittedProcedure("account.own")
  .input(inputSchema)
  .output(z.object({ id: z.string(), token: z.string() }))
  .mutation(async ({ ctx, input: { name, days } }) => {
    const { token, hash, prefix } = ctx.newApiToken();
    const expiresAt = new Date(ctx.deps.now().getTime() + days * DAY_MS);
    const { id } = await issueApiToken(ctx.deps, ctx.actor, { name, hash, prefix, expiresAt });
    return { id, token };
  });
