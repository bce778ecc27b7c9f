import type { KubernetesObject } from "../../kubernetes/object.ts";
import {
  type Condition,
  conditionOf,
  degraded,
  fieldsOf,
  HEALTHY,
  listOf,
  progressing,
  readCondition,
  type WorkloadHealth,
} from "./health.ts";

const FAILED = /^(Failed|InvalidSelector|InvalidMetric)/;

/** How an autoscaler is: whether it can read its metrics and scale. It never keeps a service from serving. */
export function autoscalerHealth(autoscaler: KubernetesObject): WorkloadHealth {
  const conditions = conditionsOf(autoscaler);
  const failed = conditions.find(
    ({ type, reason }) => (type === "AbleToScale" || type === "ScalingActive") && FAILED.test(reason),
  );
  if (failed !== undefined) return degraded(failed.message);
  const works = conditions.some(
    ({ type, status }) => (type === "AbleToScale" || type === "ScalingLimited") && status === "True",
  );
  return works ? HEALTHY : progressing("it has not looked at its metrics yet");
}

/** autoscaling/v1 keeps them as JSON in an annotation. */
function conditionsOf(autoscaler: KubernetesObject): Condition[] {
  const annotation = autoscaler.metadata.annotations?.["autoscaling.alpha.kubernetes.io/conditions"];
  if (annotation === undefined) {
    return ["AbleToScale", "ScalingActive", "ScalingLimited"].flatMap((type) => conditionOf(autoscaler, type) ?? []);
  }
  try {
    return listOf(JSON.parse(annotation)).map(readCondition);
  } catch {
    // Anybody can write an annotation.
    return listOf(fieldsOf(autoscaler.status).conditions).map(readCondition);
  }
}
