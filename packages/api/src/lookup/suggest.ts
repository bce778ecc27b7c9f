import { suggest as find } from "@fairlead/application";
import * as z from "zod";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";
import { suggestionSchema } from "./lookup-dto.ts";

/** What the look-up box offers while somebody types. */
export const suggest = permittedProcedure("catalog.read")
  .input(z.strictObject({ text: z.string().max(200) }))
  .output(z.array(suggestionSchema))
  .query(({ ctx, input }) => find(ctx.deps, ctx.actor, input.text));
