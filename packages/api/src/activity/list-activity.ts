import { listActivity as list } from "@fairlead/application";
import * as z from "zod";
import { given } from "../document/given.ts";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";
import { activitySchema } from "./activity-dto.ts";

const inputSchema = z.strictObject({
  subject: z.strictObject({ kind: z.string().max(40), name: z.string().max(100) }).optional(),
  /** The id that the page before ended with. */
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
  limit: z.int().min(1).max(100).default(30),
});

/** What was done, the newest first; of one subject, or of all. */
export const listActivity = permittedProcedure("catalog.read")
  .input(inputSchema)
  .output(z.array(activitySchema))
  .query(async ({ ctx, input }) => {
    const events = await list(ctx.deps, ctx.actor, given(input));
    return events.map(({ at, ...event }) => ({ ...event, at: at.toISOString() }));
  });
