import { explainDelivered as explain } from "@fairlead/application";
import { given } from "../document/given.ts";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";
import { explainedSchema } from "./explained-dto.ts";
import { placeSchema } from "./place-input.ts";

/** Who set each line of what was last delivered to a place. */
export const explainDelivered = permittedProcedure("catalog.read")
  .input(placeSchema)
  .output(explainedSchema)
  .query(({ ctx, input }) => explain(ctx.deps, ctx.actor, given(input)));
