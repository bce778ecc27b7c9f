import type { KubernetesObject, Profile } from "@fairlead/domain";
import * as z from "zod";
import { type Found, onlyOne } from "./found.ts";

const selector = z.object({ matchLabels: z.record(z.string(), z.string()).default({}) }).optional();
const prometheusSchema = z.object({
  metadata: z.object({ name: z.string(), namespace: z.string() }),
  spec: z.object({ serviceMonitorSelector: selector, serviceMonitorNamespaceSelector: selector }),
});

/**
 * Where Prometheus runs, and by which labels it picks monitors. A selector that is missing picks nothing, an empty one
 * everything: https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PrometheusSpec
 */
export function monitoringIn(
  objects: readonly KubernetesObject[],
  clusterDomain: string,
): Found<Profile["monitoring"]> {
  const found = objects.map((object) => prometheusSchema.parse(object));
  const { value, notes } = onlyOne(found, "Prometheus", ({ metadata }) => `${metadata.namespace}/${metadata.name}`);
  if (value === undefined) return { value: undefined, notes };
  const { metadata, spec } = value;
  const deaf = [
    ...(spec.serviceMonitorSelector === undefined ? ["picks no ServiceMonitors"] : []),
    ...(spec.serviceMonitorNamespaceSelector === undefined ? ["looks into its own namespace only"] : []),
  ];
  const { matchLabels: labels = {} } = spec.serviceMonitorSelector ?? {};
  return {
    value: {
      namespace: metadata.namespace,
      labels,
      // The Service that its operator makes in each namespace with a Prometheus.
      prometheus: `http://prometheus-operated.${metadata.namespace}.svc.${clusterDomain}:9090`,
    },
    notes: deaf.map(
      (what) => `Prometheus ${metadata.name} in ${metadata.namespace} ${what}: services' metrics are not read.`,
    ),
  };
}
