import type { KubernetesObject } from "../../kubernetes/object.ts";
import type { WorkloadHealth } from "./health.ts";
import type { ServingNeeds } from "./serving-needs.ts";

/** What a namespace holds of one service. */
export interface Observed {
  /** What runs something: Deployments, StatefulSets, CronJobs and Jobs, also those that are about to go. */
  workloads: readonly KubernetesObject[];
  pods: readonly KubernetesObject[];
  replicaSets: readonly KubernetesObject[];
  endpointSlices: readonly KubernetesObject[];
}

export interface Serving {
  health: WorkloadHealth;
  /** Pods of the newest state that serve, and how many are wanted. */
  replicas: { ready: number; wanted: number };
  /** Pods of the newest state. */
  pods: readonly KubernetesObject[];
  serves: boolean;
  /** The workload has given up by itself: waiting longer changes nothing. */
  isLost: boolean;
}

/** How one kind of workload comes to serve. */
export type ServingRule = (workload: KubernetesObject, observed: Observed, needs: ServingNeeds) => Serving;
