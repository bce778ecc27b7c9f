import type { Build } from "../render/build.ts";
import type { Metric } from "./alerts/alert.ts";
import { series } from "./series.ts";

/**
 * What kube-state-metrics and the kubelet say about a service. A namespace holds one service, whose container has its
 * name.
 * https://github.com/kubernetes/kube-state-metrics/tree/main/docs/metrics
 */
export function clusterMetrics(build: Build) {
  const { name } = build;
  const { namespace } = build.destination;
  const container = { namespace, container: name };
  const { ready, desired } = replicas(build);
  // Nothing is expected of containers before one of them serves: then it is the replicas that somebody hears of.
  const expectedWhile = `max by (namespace) (${ready.series}) > 0`;
  const state = (metric: string, selector: string): Metric => ({
    source: "kube-state-metrics",
    name: metric,
    series: selector,
    expectedWhile,
  });
  const kubelet = (metric: string, selector = series(metric, container)): Metric => ({
    source: "kubelet",
    name: metric,
    series: selector,
    expectedWhile,
  });
  const claims = (metric: string) => series(metric, { namespace }, { persistentvolumeclaim: claimNames(build) });
  return {
    ready,
    desired,
    restarts: state(
      "kube_pod_container_status_restarts_total",
      series("kube_pod_container_status_restarts_total", container),
    ),
    memoryLimit: state(
      "kube_pod_container_resource_limits",
      series("kube_pod_container_resource_limits", { ...container, resource: "memory" }),
    ),
    memory: kubelet("container_memory_working_set_bytes"),
    cpuPeriods: kubelet("container_cpu_cfs_periods_total"),
    throttledPeriods: kubelet("container_cpu_cfs_throttled_periods_total"),
    volumeAvailable: kubelet("kubelet_volume_stats_available_bytes", claims("kubelet_volume_stats_available_bytes")),
    volumeCapacity: kubelet("kubelet_volume_stats_capacity_bytes", claims("kubelet_volume_stats_capacity_bytes")),
  };
}

function replicas({ name, destination, template }: Build): { ready: Metric; desired: Metric } {
  const { namespace } = destination;
  const state = (metric: string, kind: "deployment" | "statefulset"): Metric => ({
    source: "kube-state-metrics",
    name: metric,
    series: series(metric, { namespace, [kind]: name }),
  });
  return template.spec.workload === "StatefulSet"
    ? {
        ready: state("kube_statefulset_status_replicas_ready", "statefulset"),
        desired: state("kube_statefulset_replicas", "statefulset"),
      }
    : {
        ready: state("kube_deployment_status_replicas_ready", "deployment"),
        desired: state("kube_deployment_spec_replicas", "deployment"),
      };
}

/** `<claim>-<service>-<number>`, as a StatefulSet names them. */
function claimNames({ name, spec }: Build): string {
  const claims = (spec.storage ?? []).map((storage) => storage.name);
  return `(${claims.join("|")})-${name}-[0-9]+`;
}
