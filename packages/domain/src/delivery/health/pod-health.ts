import type { KubernetesObject } from "../../kubernetes/object.ts";
import { conditionOf, degraded, fieldsOf, HEALTHY, listOf, progressing, type WorkloadHealth } from "./health.ts";

/** Reasons for which a container waits that waiting alone does not mend. */
const STUCK: Readonly<Record<string, string>> = {
  CrashLoopBackOff: "it crashes again and again",
  CreateContainerConfigError: "its configuration is wrong",
  CreateContainerError: "its container cannot be made",
  ErrImageNeverPull: "its image is not there and may not be pulled",
  ErrImagePull: "its image cannot be pulled",
  ImageInspectError: "its image cannot be read",
  ImagePullBackOff: "its image cannot be pulled",
  InvalidImageName: "its image has no valid name",
  RunContainerError: "its container cannot be started",
};

/** How a pod is, by its phase, its conditions and why its containers wait. */
export function podHealth(pod: KubernetesObject): WorkloadHealth {
  if (pod.metadata.deletionTimestamp !== undefined) return progressing("it is ending");
  const status = fieldsOf(pod.status);
  switch (status.phase) {
    case "Succeeded":
      return { state: "Healthy", reason: "it is done" };
    case "Failed":
      return degraded(String(status.message ?? failedContainer(status) ?? status.reason ?? "it failed"));
    case "Running":
      return stuckContainer(status) ?? runningHealth(pod);
    default:
      return stuckContainer(status) ?? pendingHealth(pod);
  }
}

/** A pod that is meant to end is healthy when it has; one that is meant to stay, when it is ready. */
function runningHealth(pod: KubernetesObject): WorkloadHealth {
  const { restartPolicy } = fieldsOf(pod.spec);
  if (restartPolicy === "Never" || restartPolicy === "OnFailure") return progressing("it is running");
  if (conditionOf(pod, "Ready")?.status === "True") return HEALTHY;
  const failed = failedContainer(fieldsOf(pod.status));
  return failed === undefined ? progressing("it is not ready yet") : degraded(failed);
}

function pendingHealth(pod: KubernetesObject): WorkloadHealth {
  const scheduled = conditionOf(pod, "PodScheduled");
  if (scheduled?.reason !== "Unschedulable") return progressing("it is starting");
  return degraded(scheduled.message === "" ? "no node takes it" : `no node takes it: ${scheduled.message}`);
}

function stuckContainer(status: Record<string, unknown>): WorkloadHealth | undefined {
  for (const container of containersOf(status)) {
    const { reason, message } = fieldsOf(fieldsOf(container.state).waiting);
    const words = STUCK[String(reason)];
    if (words !== undefined) return degraded(message === undefined ? words : `${words}: ${String(message)}`);
  }
  return undefined;
}

function failedContainer(status: Record<string, unknown>): string | undefined {
  for (const container of containersOf(status)) {
    const { exitCode, reason } = fieldsOf(fieldsOf(container.state).terminated);
    if (reason === "OOMKilled") return "it needed more memory than it has";
    if (typeof exitCode === "number" && exitCode !== 0) return `it ended with exit code ${exitCode}`;
  }
  return undefined;
}

function containersOf(status: Record<string, unknown>): Record<string, unknown>[] {
  return [...listOf(status.initContainerStatuses), ...listOf(status.containerStatuses)];
}
