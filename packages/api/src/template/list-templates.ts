import { listTemplates as list } from "@fairlead/application";
import * as z from "zod";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";
import { templateSchema } from "./template-dto.ts";

/** The newest version of each template. */
export const listTemplates = permittedProcedure("catalog.read")
  .output(z.array(templateSchema))
  .query(({ ctx }) => list(ctx.deps, ctx.actor));
