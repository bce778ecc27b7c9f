import type { KubernetesObject } from "../../kubernetes/object.ts";
import { conditionOf, fieldsOf, type WorkloadHealth } from "./health.ts";

/** Reasons for which a container waits that waiting alone does not mend. */
const STUCK: Readonly<Record<string, string>> = {
  CrashLoopBackOff: "it crashes again and again",
  CreateContainerConfigError: "its configuration is wrong",
  CreateContainerError: "its container cannot be made",
  ErrImagePull: "its image cannot be pulled",
  ImagePullBackOff: "its image cannot be pulled",
  InvalidImageName: "its image has no valid name",
  RunContainerError: "its container cannot be started",
};

/** How a pod is, by its phase, its conditions and why its containers wait. */
export function podHealth(pod: KubernetesObject): WorkloadHealth {
  if (pod.metadata.deletionTimestamp !== undefined) return { state: "Progressing", reason: "it is ending" };
  const status = fieldsOf(pod.status);
  const waiting = containersOf(status).flatMap((container) => {
    const { waiting: wait } = fieldsOf(container.state);
    return wait === undefined ? [] : [fieldsOf(wait)];
  });
  const stuck = waiting.find(({ reason }) => String(reason) in STUCK);
  if (stuck !== undefined) {
    const message = stuck.message === undefined ? "" : `: ${String(stuck.message)}`;
    return { state: "Degraded", reason: `${STUCK[String(stuck.reason)]}${message}` };
  }
  switch (status.phase) {
    case "Succeeded":
      return { state: "Healthy", reason: "it is done" };
    case "Failed":
      return { state: "Degraded", reason: String(status.message ?? status.reason ?? "it failed") };
    case "Running":
      return conditionOf(pod, "Ready")?.status === "True"
        ? { state: "Healthy", reason: "" }
        : { state: "Progressing", reason: "it is not ready yet" };
    default: {
      const scheduled = conditionOf(pod, "PodScheduled");
      if (scheduled?.reason === "Unschedulable")
        return { state: "Degraded", reason: `no node takes it: ${scheduled.message}` };
      return { state: "Progressing", reason: "it is starting" };
    }
  }
}

function containersOf(status: Record<string, unknown>): Record<string, unknown>[] {
  return [status.initContainerStatuses, status.containerStatuses].flatMap((list) =>
    Array.isArray(list) ? list.map(fieldsOf) : [],
  );
}
