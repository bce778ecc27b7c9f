import type { KubernetesObject } from "@fairlead/domain";
import type { PodPart } from "../traits/trait.ts";
import { type Build, isAutoscaled, replicaRange } from "./build.ts";
import { objectLabels, ownershipAnnotations, selectorLabels } from "./labels.ts";
import { podTemplate } from "./pod-template.ts";

const REVISION_HISTORY = 5;
const PROGRESS_DEADLINE_SECONDS = 600;

export function deployment(build: Build, pod: PodPart): KubernetesObject {
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: {
      name: build.name,
      namespace: build.destination.namespace,
      labels: { ...objectLabels(build), "app.kubernetes.io/component": build.template.metadata.name },
      annotations: {
        ...ownershipAnnotations(build),
        // Policies see such a workload with the API server's default of one replica; they judge the autoscaler instead.
        ...(isAutoscaled(build) ? { "fairlead.dev/autoscaled": "true" } : {}),
      },
    },
    spec: {
      // The autoscaler owns the number where there is one.
      ...(isAutoscaled(build) ? {} : { replicas: replicaRange(build).min }),
      revisionHistoryLimit: REVISION_HISTORY,
      progressDeadlineSeconds: PROGRESS_DEADLINE_SECONDS,
      selector: { matchLabels: selectorLabels(build) },
      strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: "25%", maxUnavailable: 0 } },
      template: podTemplate(build, pod),
    },
  };
}
