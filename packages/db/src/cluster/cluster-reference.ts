import type { ClusterReference } from "@fairlead/application";
import { clusterSchema } from "@fairlead/domain";

/** How a cluster is reached, as its document says. */
export function clusterReference({ name, document }: { name: string; document: unknown }): ClusterReference {
  const { credentials, clusterDomain } = clusterSchema.parse(document).spec;
  return { name, credentials: credentials ?? name, clusterDomain: clusterDomain ?? "cluster.local" };
}
