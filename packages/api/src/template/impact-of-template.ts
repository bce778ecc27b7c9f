import { impactOfTemplate as impact } from "@fairlead/application";
import * as z from "zod";
import { given } from "../document/given.ts";
import { time } from "../document/time.ts";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";
import { templateTextSchema } from "./template-text-input.ts";

const placeSchema = z.object({ service: z.string(), environment: z.string(), cluster: z.string() });

/** What a template, as somebody writes it, would do to those who use it: one page of them. Writes nothing. */
export const impactOfTemplate = permittedProcedure("template.edit")
  .input(templateTextSchema.extend({ after: z.string().max(40).optional() }))
  .output(
    z.object({
      asOf: time,
      total: z.int(),
      looked: z.int(),
      unchanged: z.int(),
      notCompared: z.array(z.string()),
      groups: z.array(
        z.object({
          key: z.string(),
          words: z.array(z.string()),
          kinds: z.array(
            z.object({ kind: z.string(), change: z.enum(["added", "removed", "changed"]), count: z.int() }),
          ),
          places: z.array(placeSchema),
        }),
      ),
      verdicts: z.array(
        z.object({
          key: z.string(),
          verdict: z.enum(["fails then", "passes then"]),
          policy: z.string().optional(),
          path: z.string(),
          reason: z.string(),
          remedy: z.string(),
          places: z.array(placeSchema),
        }),
      ),
      next: z.string().optional(),
    }),
  )
  .query(async ({ ctx, input }) => {
    const { asOf, ...rest } = await impact(ctx.deps, ctx.actor, {
      ...given(input),
      name: input.name,
      text: input.text,
    });
    return { ...rest, asOf: asOf.toISOString() };
  });
