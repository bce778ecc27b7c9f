import type { KubernetesObject } from "../../kubernetes/object.ts";
import {
  conditionOf,
  degraded,
  fieldsOf,
  HEALTHY,
  isObserved,
  numberOf,
  progressing,
  type WorkloadHealth,
} from "./health.ts";

/** How a Deployment is, after kstatus and Argo CD: rolled out and available is Healthy. */
export function deploymentHealth(deployment: KubernetesObject): WorkloadHealth {
  if (!isObserved(deployment)) return progressing("the change has not been taken up yet");
  if (isOutOfTime(deployment)) return degraded("it did not become available in time");
  const spec = fieldsOf(deployment.spec);
  if (spec.paused === true) return { state: "Suspended", reason: "its rollout is paused" };
  const refused = conditionOf(deployment, "ReplicaFailure");
  if (refused?.status === "True") return degraded(`its pods cannot be made: ${refused.message}`);

  const status = fieldsOf(deployment.status);
  const wanted = numberOf(spec.replicas, 1);
  const updated = numberOf(status.updatedReplicas);
  const available = numberOf(status.availableReplicas);
  if (updated < wanted) return progressing(`${updated} of ${wanted} pods are of the new version`);
  if (numberOf(status.replicas) > updated) return progressing("pods of the version before are still ending");
  if (available < updated) return progressing(`${available} of ${wanted} pods are serving`);
  const rollout = conditionOf(deployment, "Progressing");
  if (
    spec.progressDeadlineSeconds !== undefined &&
    rollout?.reason !== "NewReplicaSetAvailable" &&
    rollout !== undefined
  )
    return progressing("its rollout is not done");
  if (conditionOf(deployment, "Available")?.status === "False") return progressing("it is not available");
  return HEALTHY;
}

/** The Deployment has given up on its rollout (`progressDeadlineSeconds`). */
export function isOutOfTime(deployment: KubernetesObject): boolean {
  return isObserved(deployment) && conditionOf(deployment, "Progressing")?.reason === "ProgressDeadlineExceeded";
}
