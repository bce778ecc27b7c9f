import { getManifests as get } from "@fairlead/application";
import * as z from "zod";
import { given } from "../document/given.ts";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";
import { deliveredManifestsSchema } from "./preview-dto.ts";

const inputSchema = z.strictObject({
  service: z.string().max(100),
  environment: z.string().max(40),
  cluster: z.string().max(40).optional(),
});

/** What was last delivered to a place; null where nothing was. */
export const getManifests = permittedProcedure("catalog.read")
  .input(inputSchema)
  .output(deliveredManifestsSchema.nullable())
  .query(async ({ ctx, input }) => (await get(ctx.deps, ctx.actor, given(input))) ?? null);
