import type { Metadata } from "next";
import { ClustersScreen } from "../../../features/cluster/clusters-screen.tsx";
import { loadClusters } from "../../../features/cluster/load-clusters.ts";

export const metadata: Metadata = { title: "Clusters" };

export default async function ClustersPage() {
  return <ClustersScreen clusters={await loadClusters()} />;
}
