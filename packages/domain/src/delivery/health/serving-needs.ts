import type { KubernetesObject } from "../../kubernetes/object.ts";
import { fieldsOf, numberOf } from "./health.ts";

/** What it takes for a service to serve. */
export interface ServingNeeds {
  /** Replicas that must be available. */
  atLeast: number;
  /** Whether anybody calls it, so that there must be endpoints. */
  hasService: boolean;
}

/** Read off the objects that were delivered. A Deployment under an autoscaler begins with one replica. */
export function servingNeeds(objects: readonly KubernetesObject[]): ServingNeeds {
  const specOf = (kind: string) => objects.filter((object) => object.kind === kind).map(({ spec }) => fieldsOf(spec));
  const [autoscaler] = specOf("HorizontalPodAutoscaler");
  const [deployment] = specOf("Deployment");
  return {
    atLeast: numberOf(autoscaler?.minReplicas, numberOf(deployment?.replicas, 1)),
    hasService: specOf("Service").length > 0,
  };
}
