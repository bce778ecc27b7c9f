import { defaultDeny } from "../render/default-deny.ts";
import { limitRange } from "../render/limit-range.ts";
import { resourceQuota } from "../render/resource-quota.ts";
import type { Trait } from "./trait.ts";

/** What holds for everything in the namespace: how much it may use, and that nothing talks unless it is said. */
export const bounds: Trait = (build) => ({ guarded: [resourceQuota(build), limitRange(build), defaultDeny(build)] });
