import { diffService as diff } from "@fairlead/application";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";
import { diffSchema } from "./diff-dto.ts";
import { draftSchema } from "./draft-input.ts";

/** What would change in an environment if a declaration were saved and deployed. Writes nothing. */
export const diffService = permittedProcedure("catalog.read")
  .input(draftSchema)
  .output(diffSchema)
  .query(({ ctx, input }) => diff(ctx.deps, ctx.actor, input));
