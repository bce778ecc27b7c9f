import { explainService as explain } from "@fairlead/application";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";
import { draftSchema } from "./draft-input.ts";
import { explainedSchema } from "./explained-dto.ts";

/** Who set each line of what a declaration becomes in an environment. Writes nothing. */
export const explainService = permittedProcedure("catalog.read")
  .input(draftSchema)
  .output(explainedSchema)
  .query(({ ctx, input }) => explain(ctx.deps, ctx.actor, input));
