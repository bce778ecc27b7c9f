import type { KubernetesObject } from "../../kubernetes/object.ts";
import { degraded, fieldsOf, HEALTHY, progressing, type WorkloadHealth } from "./health.ts";

/** How a claim for storage is. */
export function volumeClaimHealth({ status }: KubernetesObject): WorkloadHealth {
  const { phase } = fieldsOf(status);
  if (phase === "Bound") return HEALTHY;
  return phase === "Lost" ? degraded("its volume is lost") : progressing("it has no volume yet");
}
