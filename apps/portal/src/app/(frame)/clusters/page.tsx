import type { Metadata } from "next";
import { ClustersScreen } from "../../../features/cluster/clusters-screen.tsx";
import { loadClusters } from "../../../features/cluster/load-clusters.ts";
import { ask } from "../../../page/ask.ts";

export const metadata: Metadata = { title: "Clusters" };

export default async function ClustersPage() {
  const [clusters, policies] = await Promise.all([loadClusters(), ask((api) => api.policy.clusters())]);
  return <ClustersScreen clusters={clusters} policies={policies} />;
}
