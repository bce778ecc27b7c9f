import type { KubernetesObject } from "../../kubernetes/object.ts";
import { deploymentHealth, deploymentReplicas, type Replicas } from "./deployment-health.ts";
import { conditionOf, fieldsOf, type WorkloadHealth } from "./health.ts";
import { podHealth } from "./pod-health.ts";

/** What a namespace holds of one service. */
export interface Observed {
  workload: KubernetesObject | undefined;
  pods: readonly KubernetesObject[];
  replicaSets: readonly KubernetesObject[];
  endpointSlices: readonly KubernetesObject[];
}

export interface Serving {
  health: WorkloadHealth;
  replicas: Replicas;
  /** The workload is available in its newest state with at least `atLeast` replicas, and endpoints are ready. */
  serves: boolean;
}

/**
 * Whether a service serves. A Deployment under an autoscaler begins with one replica; it serves when its minimum does.
 *
 * @param atLeast replicas that must be available
 * @param hasService whether anybody calls it, so that there must be endpoints
 */
export function serving(
  observed: Observed,
  { atLeast, hasService }: { atLeast: number; hasService: boolean },
): Serving {
  const { workload } = observed;
  if (workload === undefined) {
    return {
      health: { state: "Missing", reason: "nothing is deployed" },
      replicas: { ready: 0, wanted: atLeast },
      serves: false,
    };
  }
  const replicas = deploymentReplicas(workload);
  const health = withPodReasons(deploymentHealth(workload), observed);
  const wanted = Math.max(replicas.wanted, atLeast);
  const endpoints = readyEndpoints(observed.endpointSlices);
  if (health.state === "Healthy" && replicas.ready < atLeast) {
    return {
      health: { state: "Progressing", reason: `${replicas.ready} of ${atLeast} pods are serving` },
      replicas: { ...replicas, wanted },
      serves: false,
    };
  }
  if (health.state === "Healthy" && hasService && endpoints === 0) {
    return {
      health: { state: "Progressing", reason: "its pods are ready, its address does not reach them yet" },
      replicas: { ready: 0, wanted },
      serves: false,
    };
  }
  return { health, replicas: { ...replicas, wanted }, serves: health.state === "Healthy" };
}

/** A rollout that hangs says why by its pods, and by the ReplicaSet that could not make any. */
function withPodReasons(health: WorkloadHealth, { pods, replicaSets }: Observed): WorkloadHealth {
  if (health.state !== "Progressing") return health;
  const refused = replicaSets
    .map((set) => conditionOf(set, "ReplicaFailure"))
    .find((condition) => condition?.status === "True");
  if (refused !== undefined) return { state: "Degraded", reason: `pods cannot be made: ${refused.message}` };
  const broken = pods
    .map((pod) => ({ name: pod.metadata.name, ...podHealth(pod) }))
    .find(({ state }) => state === "Degraded");
  return broken === undefined ? health : { state: "Degraded", reason: `${broken.name}: ${broken.reason}` };
}

function readyEndpoints(slices: readonly KubernetesObject[]): number {
  return slices
    .flatMap(({ endpoints }) => (Array.isArray(endpoints) ? endpoints : []))
    .filter((endpoint) => fieldsOf(fieldsOf(endpoint).conditions).ready === true).length;
}
