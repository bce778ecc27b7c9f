import { publishTemplate as publish } from "@fairlead/application";
import * as z from "zod";
import { given } from "../document/given.ts";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";
import { templateTextSchema } from "./template-text-input.ts";

/** Publishes a new version of a template. It never changes afterwards, and no service gets it by itself. */
export const publishTemplate = permittedProcedure("template.publish")
  .input(templateTextSchema.extend({ note: z.string().max(500), seen: z.int().optional() }))
  .output(z.object({ reference: z.string(), version: z.string() }))
  .mutation(({ ctx, input: { name, text, note, seen } }) =>
    publish(ctx.deps, ctx.actor, { name, text, note, ...given({ seen }) }),
  );
