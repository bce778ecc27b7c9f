import type { KubernetesObject } from "../../kubernetes/object.ts";
import { fieldsOf, listOf, type WorkloadHealth } from "./health.ts";
import { podHealth } from "./pod-health.ts";
import type { ServingNeeds } from "./serving-needs.ts";
import type { Observed, Serving } from "./serving-rule.ts";

export function isOwnedBy({ metadata }: KubernetesObject, owner: KubernetesObject | undefined): boolean {
  return owner !== undefined && (metadata.ownerReferences ?? []).some(({ uid }) => uid === owner.metadata.uid);
}

/** A rollout that hangs says why by what could not make its pods, and by the pods. */
export function explained(
  health: WorkloadHealth,
  pods: readonly KubernetesObject[],
  maker?: WorkloadHealth,
): WorkloadHealth {
  if (health.state !== "Progressing" && health.state !== "Degraded") return health;
  if (maker?.state === "Degraded") return maker;
  const broken = pods
    .map((pod) => ({ name: pod.metadata.name, ...podHealth(pod) }))
    .find(({ state }) => state === "Degraded");
  return broken === undefined ? health : { state: "Degraded", reason: `${broken.name}: ${broken.reason}` };
}

/** Whether what is ready is enough, and callers reach it. */
export function reaching(
  { health, ready }: { health: WorkloadHealth; ready: number },
  { endpointSlices }: Observed,
  { atLeast, hasService }: ServingNeeds,
): Pick<Serving, "health" | "serves"> {
  if (health.state !== "Healthy" && health.state !== "Progressing") return { health, serves: false };
  if (ready < atLeast) {
    const reason = health.reason === "" ? `${ready} of ${atLeast} pods are serving` : health.reason;
    return { health: { state: "Progressing", reason }, serves: false };
  }
  if (hasService && !hasReadyEndpoint(endpointSlices)) {
    const reason = "its pods are ready, its address does not reach them yet";
    return { health: { state: "Progressing", reason }, serves: false };
  }
  return { health, serves: true };
}

function hasReadyEndpoint(slices: readonly KubernetesObject[]): boolean {
  return slices
    .flatMap(({ endpoints }) => listOf(endpoints))
    .some((endpoint) => fieldsOf(endpoint.conditions).ready === true);
}
