import { type ClusterPolicies, clusterPolicies, type PolicyStage } from "@fairlead/policy";
import type { Judge } from "../release/judge.ts";
import type { ClusterPoliciesGateway } from "./cluster-policies-port.ts";
import { currentStages } from "./current-stages.ts";
import { keepPolicies } from "./keep-policies.ts";
import type { PolicyCluster, PolicySync, PolicySyncStore } from "./policy-sync-store.ts";

export interface PolicyKeeperDeps {
  clusters: ClusterPoliciesGateway;
  policySyncs: PolicySyncStore;
  judge: Pick<Judge, "policies">;
  digest(text: string): string;
  now(): Date;
}

export interface PolicyKeeper {
  /** What decides what a cluster should have now: where it is another than before, the cluster is due. */
  wish(cluster: PolicyCluster): Promise<string>;
  /** Brings a cluster's policies in step and writes down how they stand. Throws ClusterError. */
  keep(cluster: PolicyCluster): Promise<PolicySync>;
}

/** Keeps policies in clusters in step. What a cluster should have is worked out once for each version and set of stages. */
export function policyKeeper({ clusters, policySyncs, judge, digest, now }: PolicyKeeperDeps): PolicyKeeper {
  const made = new Map<string, ClusterPolicies>();
  const stagesNow = async () => currentStages(judge.policies, await policySyncs.plans(), now());
  const wishOf = ({ kubernetesMinor, mode }: PolicyCluster, stages: ReadonlyMap<string, PolicyStage>) =>
    JSON.stringify([kubernetesMinor, mode, [...stages]]);
  return {
    wish: async (cluster) => wishOf(cluster, await stagesNow()),
    async keep(cluster) {
      const port = await clusters.policies(cluster);
      const stages = await stagesNow();
      const key = wishOf(cluster, stages);
      const { kubernetesMinor } = cluster;
      const version = kubernetesMinor === undefined ? {} : { kubernetesMinor };
      const wanted = made.get(key) ?? clusterPolicies({ policies: judge.policies, stages, digest, ...version });
      // Stages change rarely; what was worked out for earlier ones is of no use any more.
      if (!made.has(key)) {
        if (made.size > 20) made.clear();
        made.set(key, wanted);
      }
      const before = await policySyncs.standings(cluster.name);
      const sync = await keepPolicies({ cluster, port, wanted, before, digest, now });
      await policySyncs.synced(cluster.name, sync);
      return sync;
    },
  };
}
