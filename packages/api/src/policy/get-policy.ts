import { getPolicy as get } from "@fairlead/application";
import * as z from "zod";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";
import { policySchema } from "./policy-dto.ts";
import { presentPolicy } from "./present-policy.ts";

/** One policy with all that is known of it. */
export const getPolicy = permittedProcedure("policy.read")
  .input(z.strictObject({ id: z.string().max(63) }))
  .output(policySchema)
  .query(async ({ ctx, input }) => presentPolicy(ctx, await get(ctx.deps, ctx.actor, input.id)));
