import { previewService as preview } from "@fairlead/application";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";
import { draftSchema } from "./draft-input.ts";
import { previewSchema } from "./preview-dto.ts";

/** What a declaration becomes in an environment, and what is wrong with it, while somebody types. Writes nothing. */
export const previewService = permittedProcedure("catalog.read")
  .input(draftSchema)
  .output(previewSchema)
  .query(({ ctx, input }) => preview(ctx.deps, ctx.actor, input));
