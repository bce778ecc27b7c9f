import { type KubernetesObject, SCHEDULE_DEFAULTS, type Schedule } from "@fairlead/domain";
import type { PodPart } from "../traits/trait.ts";
import type { Build } from "./build.ts";
import { jobSpec } from "./job-spec.ts";
import { podLabels } from "./labels.ts";
import { POD_ROLES } from "./pod-role.ts";
import { workloadMetadata } from "./workload-metadata.ts";

const CONCURRENCY = { forbid: "Forbid", replace: "Replace", allow: "Allow" } as const;
/** A run that the cluster missed is begun within the hour, or not at all. */
const STARTING_DEADLINE_SECONDS = 3600;
const HISTORY = 3;

/** Runs by the clock. https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/ */
export function cronJob(build: Build, pod: PodPart, schedule: Schedule): KubernetesObject {
  const { cron, timeZone, deadline, concurrency } = schedule;
  return {
    apiVersion: "batch/v1",
    kind: "CronJob",
    metadata: workloadMetadata(build),
    spec: {
      schedule: cron,
      timeZone: timeZone ?? SCHEDULE_DEFAULTS.timeZone,
      concurrencyPolicy: CONCURRENCY[concurrency ?? SCHEDULE_DEFAULTS.concurrency],
      startingDeadlineSeconds: STARTING_DEADLINE_SECONDS,
      successfulJobsHistoryLimit: HISTORY,
      failedJobsHistoryLimit: HISTORY,
      jobTemplate: {
        // By these, each run is found as what it belongs to.
        metadata: { labels: podLabels(build) },
        spec: jobSpec(build, pod, { role: POD_ROLES.CronJob, within: deadline ?? SCHEDULE_DEFAULTS.deadline }),
      },
    },
  };
}
