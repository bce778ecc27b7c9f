import type { KubernetesObject } from "../../kubernetes/object.ts";
import { conditionOf, fieldsOf, isObserved, numberOf, type WorkloadHealth } from "./health.ts";

/** Replicas of a workload: how many serve the newest state, and how many are wanted. */
export interface Replicas {
  ready: number;
  wanted: number;
}

export function deploymentReplicas(deployment: KubernetesObject): Replicas {
  const spec = fieldsOf(deployment.spec);
  const status = fieldsOf(deployment.status);
  const wanted = numberOf(spec.replicas, 1);
  if (!isObserved(deployment)) return { ready: 0, wanted };
  return { ready: Math.min(numberOf(status.availableReplicas), numberOf(status.updatedReplicas), wanted), wanted };
}

/** How a Deployment is, after kstatus and Argo CD: rolled out and available is Healthy. */
export function deploymentHealth(deployment: KubernetesObject): WorkloadHealth {
  if (!isObserved(deployment)) return { state: "Progressing", reason: "the change has not been taken up yet" };
  const progressing = conditionOf(deployment, "Progressing");
  if (progressing?.reason === "ProgressDeadlineExceeded")
    return { state: "Degraded", reason: "it did not become available in time" };
  if (fieldsOf(deployment.spec).paused === true) return { state: "Suspended", reason: "its rollout is paused" };
  const status = fieldsOf(deployment.status);
  const wanted = numberOf(fieldsOf(deployment.spec).replicas, 1);
  const updated = numberOf(status.updatedReplicas);
  const available = numberOf(status.availableReplicas);
  if (updated < wanted) return { state: "Progressing", reason: `${updated} of ${wanted} pods are of the new version` };
  if (numberOf(status.replicas) > updated) return { state: "Progressing", reason: "old pods are still ending" };
  if (available < updated) return { state: "Progressing", reason: `${available} of ${wanted} pods are serving` };
  if (conditionOf(deployment, "ReplicaFailure")?.status === "True")
    return { state: "Degraded", reason: conditionOf(deployment, "ReplicaFailure")?.message ?? "" };
  return { state: "Healthy", reason: "" };
}
