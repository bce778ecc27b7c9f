import type { KubernetesObject } from "@fairlead/domain";
import type { Build } from "../render/build.ts";
import { containerSecurity } from "../render/container.ts";
import { objectLabels } from "../render/labels.ts";

/** The only version that the operator serves. */
export const INSTRUMENTATION_API = "opentelemetry.io/v1alpha1";

/**
 * How the operator instruments the pods of this service. It speaks OTLP over HTTP, the one way that all four languages
 * have: https://opentelemetry.io/docs/platforms/kubernetes/operator/automatic/
 */
export function instrumentation(build: Build, httpEndpoint: string, sample: number): KubernetesObject {
  return {
    apiVersion: INSTRUMENTATION_API,
    kind: "Instrumentation",
    metadata: { name: build.name, namespace: build.destination.namespace, labels: objectLabels(build) },
    spec: {
      exporter: { endpoint: httpEndpoint },
      env: [{ name: "OTEL_EXPORTER_OTLP_PROTOCOL", value: "http/protobuf" }],
      propagators: ["tracecontext", "baggage"],
      sampler: { type: "parentbased_traceidratio", argument: String(sample) },
      // The container that brings the agent runs under Pod Security *restricted*, like every other.
      initContainerSecurityContext: containerSecurity(build),
    },
  };
}
