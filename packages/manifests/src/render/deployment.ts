import type { KubernetesObject } from "@fairlead/domain";
import type { PodPart } from "../traits/trait.ts";
import { type Build, isAutoscaled, replicaRange } from "./build.ts";
import { selectorLabels } from "./labels.ts";
import { POD_ROLES } from "./pod-role.ts";
import { podTemplate } from "./pod-template.ts";
import { workloadMetadata } from "./workload-metadata.ts";

/** Of the replicas, how many more a rollout brings before it takes any away. */
export const MAX_SURGE = 0.25;
export const REVISION_HISTORY = 5;
const PROGRESS_DEADLINE_SECONDS = 600;

export function deployment(build: Build, pod: PodPart): KubernetesObject {
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: workloadMetadata(build),
    spec: {
      // The autoscaler owns the number where there is one.
      ...(isAutoscaled(build) ? {} : { replicas: replicaRange(build).min }),
      revisionHistoryLimit: REVISION_HISTORY,
      progressDeadlineSeconds: PROGRESS_DEADLINE_SECONDS,
      selector: { matchLabels: selectorLabels(build) },
      strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: `${MAX_SURGE * 100}%`, maxUnavailable: 0 } },
      template: podTemplate(build, pod, POD_ROLES.Deployment),
    },
  };
}
