import type { World } from "./fires.ts";

/** Round, so that shares of it are whole: added up, fractions would look like a counter that began anew. */
export const PER_MINUTE = 1_000_000;

const DAYS = 5;
const LONG = 60 * 24 * DAYS;

/** The same value for five days. */
export function steady(value: number): string {
  return `${value}x${LONG}`;
}

/** A counter that grows by so much a minute for five days. */
export function growing(perMinute: number): string {
  return `0+${perMinute}x${LONG}`;
}

/** How a service with replicas does when all is well. */
export function healthyReplicas(name: string, kind: "deployment" | "statefulset", namespace = name): World {
  const [ready, desired] =
    kind === "deployment"
      ? ["kube_deployment_status_replicas_ready", "kube_deployment_spec_replicas"]
      : ["kube_statefulset_status_replicas_ready", "kube_statefulset_replicas"];
  const replicas = `{namespace="${namespace}", ${kind}="${name}"}`;
  const container = `namespace="${namespace}", container="${name}", pod="${name}-a"`;
  return {
    [`${ready}${replicas}`]: steady(2),
    [`${desired}${replicas}`]: steady(2),
    [`kube_pod_container_status_restarts_total{${container}}`]: steady(0),
    [`kube_pod_container_resource_limits{${container}, resource="memory"}`]: steady(100),
    [`container_memory_working_set_bytes{${container}}`]: steady(50),
    [`container_cpu_cfs_periods_total{${container}}`]: growing(600),
    [`container_cpu_cfs_throttled_periods_total{${container}}`]: growing(0),
  };
}

/** A million requests a minute, none of which fails, all of them fast. */
export function healthyRequests(name: string, namespace = name): World {
  const own = `namespace="${namespace}", job="${name}"`;
  const histogram = "http_server_request_duration_seconds";
  return {
    [`up{${own}}`]: steady(1),
    [`${histogram}_count{${own}, http_response_status_code="200"}`]: growing(PER_MINUTE),
    [`${histogram}_bucket{${own}, le="0.5"}`]: growing(PER_MINUTE),
    [`${histogram}_bucket{${own}, le="1.0"}`]: growing(PER_MINUTE),
    [`${histogram}_bucket{${own}, le="2.5"}`]: growing(PER_MINUTE),
    [`${histogram}_bucket{${own}, le="+Inf"}`]: growing(PER_MINUTE),
  };
}

/** The world with other values for the series that begin so, or without them. */
export function changed(world: World, changes: Readonly<Record<string, string | undefined>>): World {
  const entries = Object.entries(world).flatMap(([series, values]): [string, string][] => {
    const [, change] = Object.entries(changes).find(([start]) => series.startsWith(start)) ?? ["", values];
    return change === undefined ? [] : [[series, change]];
  });
  const known = Object.keys(world);
  const added = Object.entries(changes).filter(([start]) => !known.some((series) => series.startsWith(start)));
  return Object.fromEntries([
    ...entries,
    ...added.flatMap(([series, values = ""]) => (values === "" ? [] : [[series, values]])),
  ]);
}
