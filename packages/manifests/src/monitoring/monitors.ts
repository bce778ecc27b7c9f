import type { KubernetesObject } from "@fairlead/domain";
import type { Build } from "../render/build.ts";
import { objectLabels, selectorLabels } from "../render/labels.ts";

export const MONITORING_API = "monitoring.coreos.com/v1";

const DEFAULT_INTERVAL = "30s";
const DEFAULT_SAMPLE_LIMIT = 10_000;
const LABEL_LIMIT = 64;

/** One place where metrics are read. */
export interface Endpoint {
  /** The port's name. */
  port: string;
  path: string;
}

/** Reads the metrics through the Service. */
export function serviceMonitor(build: Build, { port, path }: Endpoint): KubernetesObject {
  const { name } = build;
  // A second Service of the same pods, such as a StatefulSet's, would have everything read twice.
  const ownService = { sourceLabels: ["__meta_kubernetes_service_name"], regex: name, action: "keep" };
  return monitor(build, "ServiceMonitor", {
    selector: { matchLabels: selectorLabels(build) },
    endpoints: [{ ...look(build, path), port, relabelings: [ownService] }],
  });
}

/** Reads the metrics from each pod: for what no Service offers. */
export function podMonitor(build: Build, { port, path }: Endpoint): KubernetesObject {
  return monitor(build, "PodMonitor", {
    selector: { matchLabels: selectorLabels(build) },
    podMetricsEndpoints: [{ ...look(build, path), port }],
  });
}

function monitor(build: Build, kind: string, spec: Record<string, unknown>): KubernetesObject {
  return {
    apiVersion: MONITORING_API,
    kind,
    metadata: { name: build.name, namespace: build.destination.namespace, labels: pickedLabels(build) },
    spec: {
      ...spec,
      // The label `job` is the service's name, however it is read.
      jobLabel: "app.kubernetes.io/instance",
      sampleLimit: build.template.spec.traits?.metrics?.sampleLimit ?? DEFAULT_SAMPLE_LIMIT,
      labelLimit: LABEL_LIMIT,
    },
  };
}

function look(build: Build, path: string): Record<string, unknown> {
  const interval = build.template.spec.traits?.metrics?.interval ?? DEFAULT_INTERVAL;
  // A pod must not send Prometheus on to where it would not look by itself.
  return { path, interval, scrapeTimeout: "10s", followRedirects: false };
}

/** An object's labels, and those by which the operator picks what it looks at. */
export function pickedLabels(build: Build): Record<string, string> {
  return { ...build.profile.monitoring?.labels, ...objectLabels(build) };
}
