import type { KubernetesObject } from "../../kubernetes/object.ts";
import { conditionOf, fieldsOf, isObserved, numberOf } from "./health.ts";
import { explained, isOwnedBy, reaching } from "./long-running.ts";
import type { ServingNeeds } from "./serving-needs.ts";
import type { Observed, Serving } from "./serving-rule.ts";
import { statefulSetHealth } from "./stateful-set-health.ts";

/** How a StatefulSet serves: by the pods of its newest revision. It never gives up by itself. */
export function statefulSetServing(workload: KubernetesObject, observed: Observed, needs: ServingNeeds): Serving {
  const { updateRevision } = fieldsOf(workload.status);
  const mine = observed.pods.filter((pod) => isOwnedBy(pod, workload));
  const pods = isObserved(workload) ? mine.filter((pod) => revisionOf(pod) === updateRevision) : [];
  const ready = pods.filter(isReady).length;
  const wanted = Math.max(numberOf(fieldsOf(workload.spec).replicas, 1), needs.atLeast);
  const health = explained(statefulSetHealth(workload), pods);
  return { replicas: { ready, wanted }, pods, isLost: false, ...reaching({ health, ready }, observed, needs) };
}

function revisionOf({ metadata }: KubernetesObject): string | undefined {
  return metadata.labels?.["controller-revision-hash"];
}

function isReady(pod: KubernetesObject): boolean {
  return pod.metadata.deletionTimestamp === undefined && conditionOf(pod, "Ready")?.status === "True";
}
