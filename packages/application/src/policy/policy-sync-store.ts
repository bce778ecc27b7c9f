import type { StagePlan } from "@fairlead/policy";
import type { ClusterReference } from "../delivery/cluster-port.ts";
import type { PolicyEvent, PolicyMode, PolicyStanding } from "./policy-state.ts";

/** A cluster whose policies are kept in step. */
export interface PolicyCluster extends ClusterReference {
  mode: PolicyMode;
  /** Such as 36 for 1.36; not there before the cluster was seen once. */
  kubernetesMinor?: number;
}

/** What one look at a cluster's policies gave. */
export interface PolicySync {
  mode: PolicyMode;
  standings: readonly PolicyStanding[];
  events: readonly PolicyEvent[];
  /** Objects that were written or taken away. */
  writes: number;
  durationMs: number;
}

/** What Postgres keeps of policies in clusters, for whoever keeps them in step. */
export interface PolicySyncStore {
  /** Those that can be asked. */
  clusters(): Promise<PolicyCluster[]>;
  plans(): Promise<ReadonlyMap<string, StagePlan>>;
  standings(cluster: string): Promise<PolicyStanding[]>;
  /** Writes what is new in a sync, and when it was. */
  synced(cluster: string, sync: PolicySync): Promise<void>;
  /** What was known stays, with its age; the reason is kept beside it. */
  failed(cluster: string, reason: string): Promise<void>;
}
