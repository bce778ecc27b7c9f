/** What pods are for: to go on serving, or to come to an end. */
export interface PodRole {
  restartPolicy: "Always" | "OnFailure" | "Never";
  /** The label by which a rollout tells its pods from those before; none where nothing is rolled out. */
  revisionLabel?: string;
}

export const POD_ROLES = {
  Deployment: { restartPolicy: "Always", revisionLabel: "pod-template-hash" },
  StatefulSet: { restartPolicy: "Always", revisionLabel: "controller-revision-hash" },
  CronJob: { restartPolicy: "OnFailure" },
  // Pods that failed stay, with what they wrote: there is no next run to look at.
  // https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-backoff-failure-policy
  Job: { restartPolicy: "Never" },
} as const satisfies Record<string, PodRole>;

/** Whether it serves until it is told to end: then it is checked, spread, and drained before it goes. */
export function serves({ restartPolicy }: PodRole): boolean {
  return restartPolicy === "Always";
}
