import { getManifests as get } from "@fairlead/application";
import { given } from "../document/given.ts";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";
import { placeSchema } from "./place-input.ts";
import { deliveredManifestsSchema } from "./preview-dto.ts";

/** What was last delivered to a place; null where nothing was. */
export const getManifests = permittedProcedure("catalog.read")
  .input(placeSchema)
  .output(deliveredManifestsSchema.nullable())
  .query(async ({ ctx, input }) => (await get(ctx.deps, ctx.actor, given(input))) ?? null);
