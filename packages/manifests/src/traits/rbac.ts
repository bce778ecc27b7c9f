import { roleBindings } from "../render/role-bindings.ts";
import { serviceAccount } from "../render/service-account.ts";
import type { Trait } from "./trait.ts";

/** The fixed roles, bound in this namespace only, and an account of the workload's own that may do nothing. */
export const rbac: Trait = (build) => ({ guarded: roleBindings(build), objects: [serviceAccount(build)] });
