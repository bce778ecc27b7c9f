import { Card, EmptyState } from "@fairlead/ui";
import type { Answers } from "../../answers.ts";
import { PageHead } from "../frame/page-head.tsx";
import { ClusterCard } from "./cluster-card.tsx";
import type { ClusterView } from "./cluster-view.ts";

export interface ClustersScreenProps {
  clusters: readonly ClusterView[];
  /** How the policies of each stand. */
  policies: Answers["policy"]["clusters"];
}

/** The frame asks again when a cluster changes, so this page is live by itself. */
export function ClustersScreen({ clusters, policies }: ClustersScreenProps) {
  return (
    <>
      <PageHead
        title="Clusters"
        description="Where services run. What is shown of a cluster that is away is from when it was last seen."
      />
      {clusters.length === 0 ? (
        <Card>
          <EmptyState>
            No cluster is attached yet. A platform engineer attaches one by applying a Cluster document.
          </EmptyState>
        </Card>
      ) : (
        <div className="grid gap-4 desk:grid-cols-3 tablet:grid-cols-2">
          {clusters.map((cluster) => (
            <ClusterCard
              key={cluster.name}
              cluster={cluster}
              policies={policies.find((sync) => sync.cluster === cluster.name)}
            />
          ))}
        </div>
      )}
    </>
  );
}
