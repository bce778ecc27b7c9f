import type { KubernetesObject, TemplateDocument } from "@fairlead/domain";
import { series } from "../monitoring/series.ts";
import { type Build, replicaRange } from "./build.ts";
import { DEFAULT_CPU_PERCENT, SCALE_DOWN_SECONDS } from "./horizontal-pod-autoscaler.ts";
import { objectLabels } from "./labels.ts";

export const KEDA_API = "keda.sh/v1alpha1";

type Trigger = NonNullable<NonNullable<TemplateDocument["spec"]["traits"]>["scaling"]>["triggers"][number];

/**
 * KEDA makes an autoscaler of its own from this, named `keda-hpa-…`. For the moment in which a delivery puts one in the
 * other's place there are two, both with the same least: neither takes a replica away below it. KEDA's check against a
 * second autoscaler must be told. https://keda.sh/docs/latest/reference/scaledobject-spec/
 */
export function scaledObject(build: Build, triggers: readonly Trigger[], prometheus: string): KubernetesObject {
  const { name, destination, template, spec } = build;
  const { min, max } = replicaRange(build);
  const cpuPercent = spec.scale?.cpuPercent ?? DEFAULT_CPU_PERCENT;
  return {
    apiVersion: KEDA_API,
    kind: "ScaledObject",
    metadata: {
      name,
      namespace: destination.namespace,
      labels: objectLabels(build),
      annotations: { "validations.keda.sh/hpa-ownership": "false" },
    },
    spec: {
      scaleTargetRef: { apiVersion: "apps/v1", kind: template.spec.workload, name },
      minReplicaCount: min,
      maxReplicaCount: max,
      // Where what it asks does not answer, it stays as large as it is, and never smaller than its least.
      fallback: { failureThreshold: 3, replicas: min, behavior: "currentReplicasIfHigher" },
      advanced: {
        horizontalPodAutoscalerConfig: {
          behavior: { scaleDown: { stabilizationWindowSeconds: SCALE_DOWN_SECONDS } },
        },
      },
      triggers: [
        { type: "cpu", metricType: "Utilization", metadata: { value: String(cpuPercent) } },
        ...triggers.map((trigger) => triggerFor(build, trigger, prometheus)),
      ],
    },
  };
}

function triggerFor({ name, destination }: Build, trigger: Trigger, serverAddress: string): Record<string, unknown> {
  if ("counter" in trigger) {
    const counted = series(trigger.counter, { namespace: destination.namespace, job: name });
    const query = `sum(rate(${counted}[5m]))`;
    const metadata = { serverAddress, query, threshold: String(trigger.perReplica), ignoreNullValues: "false" };
    return { type: "prometheus", metricType: "AverageValue", metadata };
  }
  const { from, to, timeZone, replicas } = trigger;
  return { type: "cron", metadata: { start: from, end: to, timezone: timeZone, desiredReplicas: String(replicas) } };
}
