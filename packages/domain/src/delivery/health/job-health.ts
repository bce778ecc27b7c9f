import type { KubernetesObject } from "../../kubernetes/object.ts";
import { conditionOf, degraded, fieldsOf, progressing, type WorkloadHealth } from "./health.ts";

/** How a Job is: Healthy when it is done. */
export function jobHealth(job: KubernetesObject): WorkloadHealth {
  const failed = conditionOf(job, "Failed");
  if (failed?.status === "True") return degraded(failed.message || "it failed");
  if (conditionOf(job, "Complete")?.status === "True") return { state: "Healthy", reason: "it is done" };
  if (conditionOf(job, "Suspended")?.status === "True") return { state: "Suspended", reason: "it is suspended" };
  return progressing(fieldsOf(job.status).startTime === undefined ? "it has not started yet" : "it is running");
}
