import type { KubernetesObject } from "../../kubernetes/object.ts";
import { fieldsOf, HEALTHY, isObserved, numberOf, progressing, type WorkloadHealth } from "./health.ts";

/** How a StatefulSet is, in the order in which kstatus looks. It never gives up by itself. */
export function statefulSetHealth(set: KubernetesObject): WorkloadHealth {
  if (!isObserved(set)) return progressing("the change has not been taken up yet");
  const spec = fieldsOf(set.spec);
  const strategy = fieldsOf(spec.updateStrategy);
  if (strategy.type === "OnDelete") return HEALTHY;
  const status = fieldsOf(set.status);
  const wanted = numberOf(spec.replicas, 1);
  const ready = numberOf(status.readyReplicas);
  if (numberOf(status.replicas) < wanted || ready < wanted)
    return progressing(`${ready} of ${wanted} pods are serving`);
  if (numberOf(status.replicas) > wanted) return progressing("pods that are too many are still ending");

  const { partition } = fieldsOf(strategy.rollingUpdate);
  if (typeof partition === "number" && partition > 0) {
    const updated = numberOf(status.updatedReplicas);
    return updated < wanted - partition
      ? progressing(`${updated} of ${wanted - partition} pods are of the new version`)
      : HEALTHY;
  }
  const current = numberOf(status.currentReplicas);
  if (current < wanted || status.currentRevision !== status.updateRevision)
    return progressing(`${numberOf(status.updatedReplicas)} of ${wanted} pods are of the new version`);
  return HEALTHY;
}
