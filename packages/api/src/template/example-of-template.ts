import { exampleOfTemplate as example } from "@fairlead/application";
import * as z from "zod";
import { given } from "../document/given.ts";
import { previewSchema } from "../service/preview-dto.ts";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";
import { templateNameSchema } from "./template-text-input.ts";

/** What a service of a template gets that answers only what it must; nothing where the template has no such example. */
export const exampleOfTemplate = permittedProcedure("catalog.read")
  .input(z.strictObject({ name: templateNameSchema, environment: z.string().max(40).optional() }))
  .output(previewSchema.extend({ declaration: z.string() }).nullable())
  .query(async ({ ctx, input }) => (await example(ctx.deps, ctx.actor, { ...given(input), name: input.name })) ?? null);
