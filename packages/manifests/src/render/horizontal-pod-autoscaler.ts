import type { KubernetesObject } from "@fairlead/domain";
import { type Build, isAutoscaled, replicaRange } from "./build.ts";
import { objectLabels } from "./labels.ts";

export const DEFAULT_CPU_PERCENT = 70;
/** Calm on the way down: five minutes, Kubernetes' own default, said. */
export const SCALE_DOWN_SECONDS = 300;

export function horizontalPodAutoscaler(build: Build): KubernetesObject[] {
  if (!isAutoscaled(build)) return [];
  const { min, max } = replicaRange(build);
  return [
    {
      apiVersion: "autoscaling/v2",
      kind: "HorizontalPodAutoscaler",
      metadata: { name: build.name, namespace: build.destination.namespace, labels: objectLabels(build) },
      spec: {
        scaleTargetRef: { apiVersion: "apps/v1", kind: build.template.spec.workload, name: build.name },
        minReplicas: min,
        maxReplicas: max,
        metrics: [
          {
            type: "Resource",
            resource: {
              name: "cpu",
              target: { type: "Utilization", averageUtilization: build.spec.scale?.cpuPercent ?? DEFAULT_CPU_PERCENT },
            },
          },
        ],
        behavior: { scaleDown: { stabilizationWindowSeconds: SCALE_DOWN_SECONDS } },
      },
    },
  ];
}
