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
  /** Answers to the questions of its template whether it belongs on Kubernetes; for a new one. */
  fit: z
    .array(z.strictObject({ ask: z.string().max(400), yes: z.boolean(), reason: z.string().max(500).optional() }))
    .max(20)
    .optional(),
});

/** Creates a service, or changes one from the revision that the person saw. */
export const saveService = permittedProcedure("service.declare")
  .input(inputSchema)
  .output(z.object({ name: z.string(), revision: z.int(), warnings: z.array(violationSchema) }))
  .mutation(({ ctx, input: { document, fit, ...rest } }) =>
    save(ctx.deps, ctx.actor, {
      ...given(rest),
      document,
      ...(fit === undefined ? {} : { fit: fit.map((answer) => given(answer)) }),
    }),
  );
