import type { Metadata } from "next";
import { ClustersScreen } from "../../../features/cluster/clusters-screen.tsx";
import { ask } from "../../../page/ask.ts";

export const metadata: Metadata = { title: "Clusters" };

export default async function ClustersPage() {
  return <ClustersScreen clusters={await ask((api) => api.cluster.list())} />;
}
