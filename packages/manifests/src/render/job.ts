import type { KubernetesObject } from "@fairlead/domain";
import type { PodPart } from "../traits/trait.ts";
import type { Build } from "./build.ts";
import { jobSpec } from "./job-spec.ts";
import { POD_ROLES } from "./pod-role.ts";
import { workloadMetadata } from "./workload-metadata.ts";

/** A week to look at it; what it wrote is kept elsewhere. */
export const JOB_KEPT_SECONDS = 7 * 86_400;
const WITHIN = "1h";

/** Runs once for each release, of which `stamp` gives it the name: a Job cannot be changed. */
export function job(build: Build, pod: PodPart): KubernetesObject {
  return {
    apiVersion: "batch/v1",
    kind: "Job",
    metadata: workloadMetadata(build),
    spec: {
      ...jobSpec(build, pod, { role: POD_ROLES.Job, within: WITHIN }),
      ttlSecondsAfterFinished: JOB_KEPT_SECONDS,
    },
  };
}
