import { listApiTokens } from "@fairlead/application";
import * as z from "zod";
import { presentTimes } from "../document/present-time.ts";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";
import { apiTokenSchema } from "./token-dto.ts";

/** The API tokens of who asks, those that are over included. */
export const listTokens = permittedProcedure("account.own")
  .output(z.array(apiTokenSchema))
  .query(async ({ ctx }) => {
    const tokens = await listApiTokens(ctx.deps, ctx.actor);
    return tokens.map(({ createdAt, expiresAt, lastUsedAt, revokedAt, ...token }) => ({
      ...token,
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      ...presentTimes({ lastUsedAt, revokedAt }),
    }));
  });
