import type { Actor } from "@fairlead/domain";
import { requirePermission } from "../access/require-permission.ts";
import type { Deps } from "../deps.ts";
import type { ClusterView } from "./cluster-reader.ts";

export function listClusters(deps: Pick<Deps, "read">, actor: Actor): Promise<ClusterView[]> {
  requirePermission(actor, "cluster.read");
  return deps.read.cluster.list();
}
