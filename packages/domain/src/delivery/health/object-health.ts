import { groupOf, type KubernetesObject } from "../../kubernetes/object.ts";
import { addressHealth, serviceHealth } from "./address-health.ts";
import { autoscalerHealth } from "./autoscaler-health.ts";
import { deploymentHealth } from "./deployment-health.ts";
import { conditionOf, degraded, HEALTHY, isObserved, progressing, type WorkloadHealth } from "./health.ts";
import { jobHealth } from "./job-health.ts";
import { podHealth } from "./pod-health.ts";
import { replicaSetHealth } from "./replica-set-health.ts";
import { statefulSetHealth } from "./stateful-set-health.ts";
import { volumeClaimHealth } from "./volume-claim-health.ts";

const BY_KIND: Readonly<Record<string, (object: KubernetesObject) => WorkloadHealth>> = {
  "/PersistentVolumeClaim": volumeClaimHealth,
  "/Pod": podHealth,
  "/Service": serviceHealth,
  "apps/Deployment": deploymentHealth,
  "apps/ReplicaSet": replicaSetHealth,
  "apps/StatefulSet": statefulSetHealth,
  "autoscaling/HorizontalPodAutoscaler": autoscalerHealth,
  "batch/Job": jobHealth,
  "networking.k8s.io/Ingress": addressHealth,
};

/**
 * How any object is, in Argo CD's words. Kinds without a rule go by the conventions that kstatus describes: the
 * generation that was observed, and the conditions Reconciling, Stalled and Ready.
 */
export function objectHealth(object: KubernetesObject): WorkloadHealth {
  if (object.metadata.deletionTimestamp !== undefined) return progressing("it is ending");
  return (BY_KIND[`${groupOf(object.apiVersion)}/${object.kind}`] ?? conventionalHealth)(object);
}

function conventionalHealth(object: KubernetesObject): WorkloadHealth {
  if (!isObserved(object)) return progressing("the change has not been taken up yet");
  if (conditionOf(object, "Reconciling")?.status === "True")
    return progressing(conditionOf(object, "Reconciling")?.message ?? "");
  const stalled = conditionOf(object, "Stalled");
  if (stalled?.status === "True") return degraded(stalled.message);
  const ready = conditionOf(object, "Ready");
  return ready === undefined || ready.status === "True" ? HEALTHY : progressing(ready.message);
}
