import type { Build } from "../../render/build.ts";
import { clusterMetrics } from "../cluster-metrics.ts";
import { recorded } from "../recorded.ts";
import { FAILED, P95, REQUESTS } from "../request-recordings.ts";
import { requestsOf } from "../requests.ts";
import { series } from "../series.ts";
import { budgetLeft } from "../service-level/level-recordings.ts";
import { serviceLevels } from "../service-level/service-level.ts";
import type { Panel } from "./panels.ts";

/** What somebody looks at first: traffic, errors, latency, what is left of the budget, saturation, replicas. */
export function servicePanels(build: Build): Panel[] {
  return [...requestPanels(build), ...levelPanels(build), ...resourcePanels(build), ...lifePanels(build)];
}

function requestPanels(build: Build): Panel[] {
  const requests = requestsOf(build);
  if (requests === undefined) return [];
  const [all, failed] = [recorded(build, REQUESTS), recorded(build, FAILED)];
  return [
    { title: "Requests", unit: "reqps", queries: { requests: all } },
    { title: "Errors", unit: "percentunit", queries: { failed: `${failed} / (${all} > 0)` } },
    ...(requests.duration === undefined
      ? []
      : [{ title: "Latency", unit: "s", queries: { "95 of 100 are faster": recorded(build, P95) } }]),
  ];
}

function levelPanels(build: Build): Panel[] {
  const { levels } = serviceLevels(build);
  if (levels.length === 0) return [];
  const queries = Object.fromEntries(levels.map((level) => [level.words, budgetLeft(build, level)]));
  return [{ title: "Error budget left of 30 days", unit: "percentunit", canBeNegative: true, queries }];
}

function resourcePanels(build: Build): Panel[] {
  const container = { namespace: build.destination.namespace, container: build.name };
  const sum = (metric: string, labels = {}) => `sum(${series(metric, { ...container, ...labels })})`;
  const bound = (kind: "requests" | "limits", resource: string) =>
    sum(`kube_pod_container_resource_${kind}`, { resource });
  return [
    {
      title: "CPU",
      unit: "none",
      queries: {
        used: `sum(rate(${series("container_cpu_usage_seconds_total", container)}[5m]))`,
        requested: bound("requests", "cpu"),
        limit: bound("limits", "cpu"),
      },
    },
    {
      title: "Memory",
      unit: "bytes",
      queries: { used: sum("container_memory_working_set_bytes"), limit: bound("limits", "memory") },
    },
  ];
}

function lifePanels(build: Build): Panel[] {
  const { name, destination, template } = build;
  const { workload } = template.spec;
  if (workload === "CronJob" || workload === "Job") {
    const jobs = (metric: string) =>
      `sum(${series(metric, { namespace: destination.namespace }, { job_name: `${name}-[0-9]+` })})`;
    return [
      {
        title: "Runs",
        unit: "none",
        queries: { running: jobs("kube_job_status_active"), failed: jobs("kube_job_status_failed") },
      },
    ];
  }
  const { ready, desired, restarts, volumeAvailable, volumeCapacity } = clusterMetrics(build);
  return [
    {
      title: "Replicas",
      unit: "none",
      queries: { ready: `max(${ready.series})`, desired: `max(${desired.series})` },
    },
    {
      title: "Restarts in an hour",
      unit: "none",
      queries: { "{{pod}}": `max by (pod) (increase(${restarts.series}[1h])) > 0` },
    },
    ...((build.spec.storage ?? []).length === 0
      ? []
      : [
          {
            title: "Free space",
            unit: "percentunit",
            queries: { "{{persistentvolumeclaim}}": `${volumeAvailable.series} / ${volumeCapacity.series}` },
          },
        ]),
  ];
}
