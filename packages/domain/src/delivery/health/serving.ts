import type { KubernetesObject } from "../../kubernetes/object.ts";
import { deploymentHealth, isOutOfTime } from "./deployment-health.ts";
import { fieldsOf, listOf, numberOf, type WorkloadHealth } from "./health.ts";
import { podHealth } from "./pod-health.ts";
import { replicaSetHealth } from "./replica-set-health.ts";
import type { ServingNeeds } from "./serving-needs.ts";

/** What a namespace holds of one service. */
export interface Observed {
  workload: KubernetesObject | undefined;
  pods: readonly KubernetesObject[];
  replicaSets: readonly KubernetesObject[];
  endpointSlices: readonly KubernetesObject[];
}

export interface Serving {
  health: WorkloadHealth;
  /** Pods of the newest state that serve, and how many are wanted. */
  replicas: { ready: number; wanted: number };
  /** Pods of the newest state. */
  pods: readonly KubernetesObject[];
  serves: boolean;
  /** The workload has given up by itself: waiting longer changes nothing. */
  isLost: boolean;
}

/**
 * Whether a service serves: its workload is available in its newest state with at least its minimum of replicas, and
 * endpoints are ready where it has an address. A rollout that still goes on beyond that does not hinder it.
 */
export function serving(observed: Observed, { atLeast, hasService }: ServingNeeds): Serving {
  const { workload } = observed;
  if (workload === undefined) {
    const health = { state: "Missing", reason: "nothing is deployed" } as const;
    return { health, replicas: { ready: 0, wanted: atLeast }, pods: [], serves: false, isLost: false };
  }
  const newest = newestReplicaSet(workload, observed.replicaSets);
  const pods = observed.pods.filter((pod) => isOwnedBy(pod, newest));
  const ready = numberOf(fieldsOf(newest?.status).availableReplicas);
  const wanted = Math.max(numberOf(fieldsOf(workload.spec).replicas, 1), atLeast);
  const health = explained(deploymentHealth(workload), newest, pods);
  const facts = { replicas: { ready, wanted }, pods, isLost: isOutOfTime(workload) };

  if (health.state !== "Healthy" && health.state !== "Progressing") return { ...facts, health, serves: false };
  if (ready < atLeast) {
    const reason = health.reason === "" ? `${ready} of ${atLeast} pods are serving` : health.reason;
    return { ...facts, health: { state: "Progressing", reason }, serves: false };
  }
  if (hasService && !hasReadyEndpoint(observed.endpointSlices)) {
    const reason = "its pods are ready, its address does not reach them yet";
    return { ...facts, health: { state: "Progressing", reason }, serves: false };
  }
  return { ...facts, health, serves: true };
}

/** The ReplicaSet that holds the Deployment's present state; none while the change has not been taken up. */
function newestReplicaSet(
  deployment: KubernetesObject,
  replicaSets: readonly KubernetesObject[],
): KubernetesObject | undefined {
  const { generation } = deployment.metadata;
  if (fieldsOf(deployment.status).observedGeneration !== generation) return undefined;
  const revision = revisionOf(deployment);
  return replicaSets.find((set) => isOwnedBy(set, deployment) && revisionOf(set) === revision);
}

function revisionOf({ metadata }: KubernetesObject): string | undefined {
  return metadata.annotations?.["deployment.kubernetes.io/revision"];
}

function isOwnedBy({ metadata }: KubernetesObject, owner: KubernetesObject | undefined): boolean {
  return owner !== undefined && (metadata.ownerReferences ?? []).some(({ uid }) => uid === owner.metadata.uid);
}

/** A rollout that hangs says why by its pods, and by the ReplicaSet that could not make any. */
function explained(
  health: WorkloadHealth,
  newest: KubernetesObject | undefined,
  pods: readonly KubernetesObject[],
): WorkloadHealth {
  if (health.state !== "Progressing" && health.state !== "Degraded") return health;
  const refused = newest === undefined ? undefined : replicaSetHealth(newest);
  if (refused?.state === "Degraded") return refused;
  const broken = pods
    .map((pod) => ({ name: pod.metadata.name, ...podHealth(pod) }))
    .find(({ state }) => state === "Degraded");
  return broken === undefined ? health : { state: "Degraded", reason: `${broken.name}: ${broken.reason}` };
}

function hasReadyEndpoint(slices: readonly KubernetesObject[]): boolean {
  return slices
    .flatMap(({ endpoints }) => listOf(endpoints))
    .some((endpoint) => fieldsOf(endpoint.conditions).ready === true);
}
