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

/** How a ReplicaSet is; a quota or a policy that refuses its pods is told here and nowhere else. */
export function replicaSetHealth(set: KubernetesObject): WorkloadHealth {
  if (!isObserved(set)) return progressing("the change has not been taken up yet");
  const refused = conditionOf(set, "ReplicaFailure");
  if (refused?.status === "True") return degraded(`its pods cannot be made: ${refused.message}`);
  const status = fieldsOf(set.status);
  const wanted = numberOf(fieldsOf(set.spec).replicas, 1);
  const serving = Math.min(numberOf(status.readyReplicas), numberOf(status.availableReplicas));
  if (serving < wanted) return progressing(`${serving} of ${wanted} pods are serving`);
  if (numberOf(status.replicas) > wanted) return progressing("pods that are too many are still ending");
  return HEALTHY;
}
