import type { HealthState } from "@fairlead/domain";
import type { PodLook } from "@fairlead/ui";

/** What a pod that does not serve is, as far as the whole tells. */
const NOT_READY = {
  Healthy: "waited",
  Progressing: "coming",
  Degraded: "failed",
  Suspended: "waited",
  Missing: "waited",
  Unknown: "waited",
} as const satisfies Record<HealthState, PodLook>;

/** Pods as a picture, from their numbers alone. */
export function podLooks(ready: number, wanted: number, health: HealthState): PodLook[] {
  return Array.from({ length: Math.max(ready, wanted) }, (_, at) => (at < ready ? "serving" : NOT_READY[health]));
}
