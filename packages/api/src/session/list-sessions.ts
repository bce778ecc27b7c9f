import { listSessions as list } from "@fairlead/application";
import * as z from "zod";
import { time } from "../document/time.ts";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";

const sessionSchema = z.object({ id: z.string(), createdAt: time, expiresAt: time });

/** Where who asks is signed in, the newest first. */
export const listSessions = permittedProcedure("account.own")
  .output(z.array(sessionSchema))
  .query(async ({ ctx }) => {
    const sessions = await list(ctx.deps, ctx.actor);
    return sessions.map(({ id, createdAt, expiresAt }) => ({
      id,
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    }));
  });
