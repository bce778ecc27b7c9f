import { adoptServices as adopt } from "@fairlead/application";
import * as z from "zod";
import { violationSchema } from "../rest/problem.ts";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";

const MOST_CHARACTERS = 1024 * 1024;

const document = z.record(z.string(), z.json());

const adoptedSchema = z.object({
  documents: z.array(z.object({ kind: z.string(), name: z.string(), yaml: z.string(), value: document })),
  findings: z.array(
    z.object({
      object: z.string(),
      path: z.string(),
      value: z.json(),
      outcome: z.enum(["understood", "changed", "left"]),
      words: z.string(),
    }),
  ),
  open: z.array(z.object({ document: z.string(), violation: violationSchema })),
});

/** What pasted manifests would become as declarations, field by field. Writes nothing. */
export const adoptServices = permittedProcedure("service.declare")
  .input(
    z.strictObject({
      text: z.string().min(1).max(MOST_CHARACTERS),
      owner: z.string().max(40),
      environments: z.array(z.string().max(20)).max(20),
    }),
  )
  .output(adoptedSchema)
  .query(({ ctx, input }) => adopt(ctx.deps, ctx.actor, input));
