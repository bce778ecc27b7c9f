import { applyDocuments } from "@fairlead/application";
import * as z from "zod";
import { appliedSchema } from "../document/applied-dto.ts";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";

/** Takes adopted declarations into the catalog: all of them, or none. Nothing runs until somebody deploys. */
export const saveAdopted = permittedProcedure("service.declare")
  .input(z.strictObject({ documents: z.array(z.record(z.string(), z.unknown())).min(1).max(200) }))
  .output(appliedSchema.pick({ documents: true }))
  .mutation(async ({ ctx, input }) => {
    const documents = input.documents.map((value) => ({ value }));
    const applied = await applyDocuments(ctx.deps, ctx.actor, { documents, reason: "Adopted from plain manifests." });
    return { documents: applied.documents.map(({ kind, name, saved }) => ({ kind, name, change: saved })) };
  });
