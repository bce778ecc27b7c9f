import { trpc } from "../trpc/trpc.ts";
import { getPolicy } from "./get-policy.ts";
import { countPolicies, listPolicies, listPolicyClusters } from "./list-policies.ts";
import { movePolicy } from "./move-policy.ts";

export const policyRouter = trpc.router({
  list: listPolicies,
  count: countPolicies,
  clusters: listPolicyClusters,
  get: getPolicy,
  move: movePolicy,
});
