import type { KubernetesObject } from "../../kubernetes/object.ts";
import { deploymentServing } from "./deployment-serving.ts";
import { HEALTHY } from "./health.ts";
import { cronJobServing, jobServing } from "./job-serving.ts";
import type { ServingNeeds, WorkloadKind } from "./serving-needs.ts";
import type { Observed, Serving, ServingRule } from "./serving-rule.ts";
import { statefulSetServing } from "./stateful-set-serving.ts";

/** How each kind of workload comes to serve. */
const BY_KIND = {
  Deployment: deploymentServing,
  StatefulSet: statefulSetServing,
  CronJob: cronJobServing,
  Job: jobServing,
} as const satisfies Record<WorkloadKind, ServingRule>;

/**
 * Whether a service serves: its workload is available in its newest state with at least its minimum of replicas, and
 * endpoints are ready where it has an address. A rollout that still goes on beyond that does not hinder it. What runs
 * by the clock serves when the cluster has taken it, what runs once when it is done.
 */
export function serving(observed: Observed, needs: ServingNeeds): Serving {
  const { kind, atLeast } = needs;
  const nothing = { replicas: { ready: 0, wanted: atLeast }, pods: [], isLost: false };
  if (kind === undefined) return { ...nothing, health: HEALTHY, serves: true };
  const workload = newestOf(observed.workloads.filter((each) => each.kind === kind && !isRunOfAnother(each)));
  if (workload === undefined) {
    return { ...nothing, health: { state: "Missing", reason: "nothing is deployed" }, serves: false };
  }
  return BY_KIND[kind](workload, observed, needs);
}

/** A Job that a CronJob made is no workload of its own. */
function isRunOfAnother({ metadata }: KubernetesObject): boolean {
  return (metadata.ownerReferences?.length ?? 0) > 0;
}

/** Jobs of several releases may lie there for a moment. */
function newestOf(workloads: readonly KubernetesObject[]): KubernetesObject | undefined {
  const madeAt = ({ metadata }: KubernetesObject) => metadata.creationTimestamp ?? "";
  return workloads.reduce<KubernetesObject | undefined>(
    (newest, each) => (newest === undefined || madeAt(each) > madeAt(newest) ? each : newest),
    undefined,
  );
}
