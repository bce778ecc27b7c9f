import { saveResource as save } from "@fairlead/application";
import * as z from "zod";
import { given } from "../document/given.ts";
import { violationSchema } from "../rest/problem.ts";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";

const inputSchema = z.strictObject({
  document: z.record(z.string(), z.unknown()),
  /** The version that the edit started from; left out to create. */
  version: z.int().optional(),
  /** Why it is not on Kubernetes; for a new one. */
  decision: z
    .strictObject({
      template: z.string().max(100),
      question: z.strictObject({ ask: z.string().max(400), because: z.string().max(400) }).optional(),
      reason: z.string().max(500),
    })
    .optional(),
});

/** Lists something off the platform, or changes what is known of it. */
export const saveResource = permittedProcedure("service.declare")
  .input(inputSchema)
  .output(z.object({ name: z.string(), warnings: z.array(violationSchema) }))
  .mutation(({ ctx, input: { document, version, decision } }) =>
    save(ctx.deps, ctx.actor, {
      document,
      ...given({ version }),
      ...(decision === undefined ? {} : { decision: given(decision) }),
    }),
  );
