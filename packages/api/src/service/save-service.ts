import { saveService as save } from "@fairlead/application";
import * as z from "zod";
import { given } from "../document/given.ts";
import { violationSchema } from "../rest/problem.ts";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";

const inputSchema = z.strictObject({
  document: z.record(z.string(), z.unknown()),
  /** The revision that the edit started from; left out to create. */
  revision: z.int().optional(),
  reason: z.string().max(500).optional(),
});

/** Creates a service, or changes one from the revision that the person saw. */
export const saveService = permittedProcedure("service.declare")
  .input(inputSchema)
  .output(z.object({ name: z.string(), revision: z.int(), warnings: z.array(violationSchema) }))
  .mutation(({ ctx, input }) => save(ctx.deps, ctx.actor, { ...given(input), document: input.document }));
