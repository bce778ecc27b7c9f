import type { ClusterReference } from "@fairlead/application";
import { clusterSchema } from "@fairlead/domain";

/** How a cluster is reached, as its document says. */
export function clusterReference({ name, document }: { name: string; document: unknown }): ClusterReference {
  return { name, credentials: clusterSchema.parse(document).spec.credentials ?? name };
}
