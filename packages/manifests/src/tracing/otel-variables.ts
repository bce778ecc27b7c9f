import { imageVersion } from "@fairlead/domain";
import type { Build } from "../render/build.ts";

/** A variable, or where it comes from. */
type Variable = string | { valueFrom: Record<string, unknown> };

/** Before `OTEL_…` in the alphabet: a variable can only be used by those that come after it. */
const POD_NAME = "K8S_POD_NAME";

/**
 * Who is speaking, in OpenTelemetry's own words: the same for traces, metrics and logs that an SDK sends. Nothing of it
 * changes with ownership. https://opentelemetry.io/docs/specs/semconv/resource/k8s/
 */
export function resourceVariables(build: Build): Record<string, Variable> {
  const { name, destination, environment, image, service } = build;
  const attributes = {
    "deployment.environment.name": environment.metadata.name,
    "k8s.cluster.name": destination.cluster,
    "k8s.container.name": name,
    [`k8s.${build.template.spec.workload.toLowerCase()}.name`]: name,
    "k8s.namespace.name": destination.namespace,
    "k8s.pod.name": `$(${POD_NAME})`,
    "service.instance.id": `${destination.namespace}.$(${POD_NAME}).${name}`,
    "service.namespace": service.spec.system ?? name,
    "service.version": imageVersion(image),
  };
  return {
    [POD_NAME]: { valueFrom: { fieldRef: { apiVersion: "v1", fieldPath: "metadata.name" } } },
    OTEL_RESOURCE_ATTRIBUTES: Object.entries(attributes)
      .map(([key, value]) => `${key}=${percentEncoded(value)}`)
      .join(","),
    OTEL_SERVICE_NAME: name,
  };
}

/** Where an SDK sends what it traces, and how much of it. */
export function exporterVariables(endpoint: string, sample: number): Record<string, Variable> {
  return {
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    OTEL_EXPORTER_OTLP_PROTOCOL: "grpc",
    // Who calls decides; at the beginning of a trace, this share.
    OTEL_TRACES_SAMPLER: "parentbased_traceidratio",
    OTEL_TRACES_SAMPLER_ARG: String(sample),
  };
}

/** As for W3C Baggage; `$(…)` stays, for the kubelet to fill in. */
function percentEncoded(value: string): string {
  return value.replace(/[^A-Za-z0-9_.:/@$()-]/g, (character) => encodeURIComponent(character));
}
