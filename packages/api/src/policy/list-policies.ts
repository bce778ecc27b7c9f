import { listPolicies as list, listPolicySyncs } from "@fairlead/application";
import * as z from "zod";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";
import { policyListSchema, policySyncSchema } from "./policy-dto.ts";
import { presentPolicyList, presentSync } from "./present-policy.ts";

/** All policies, how they are held, and who breaks them. */
export const listPolicies = permittedProcedure("policy.read")
  .output(policyListSchema)
  .query(async ({ ctx }) => presentPolicyList(await list(ctx.deps, ctx.actor)));

/** How many policies there are. */
export const countPolicies = permittedProcedure("policy.read")
  .output(z.int())
  .query(({ ctx }) => ctx.deps.judge.policies.length);

/** How the policies of every cluster stand. */
export const listPolicyClusters = permittedProcedure("policy.read")
  .output(z.array(policySyncSchema))
  .query(async ({ ctx }) => (await listPolicySyncs(ctx.deps, ctx.actor)).map(presentSync));
