import type { Actor } from "@fairlead/domain";
import { requirePermission } from "../access/require-permission.ts";
import type { Deps } from "../deps.ts";
import type { ActivityView } from "./activity-reader.ts";

/** What was done, the newest first; of one subject, or of all. */
export function listActivity(
  deps: Pick<Deps, "read">,
  actor: Actor,
  input: { subject?: { kind: string; name: string }; before?: string; limit?: number },
): Promise<ActivityView[]> {
  requirePermission(actor, "catalog.read");
  return deps.read.activity.list({ ...input, limit: Math.min(input.limit ?? 30, 100) });
}
