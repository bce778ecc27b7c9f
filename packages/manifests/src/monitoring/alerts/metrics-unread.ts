import type { Build } from "../../render/build.ts";
import { clusterMetrics } from "../cluster-metrics.ts";
import { ownLabels } from "../requests.ts";
import { series } from "../series.ts";
import type { Alert } from "./alert.ts";

/** Metrics are declared, and Prometheus gets none: the monitor was not picked up, or nobody answers it. */
export function metricsUnread(build: Build): Alert {
  const { ready } = clusterMetrics(build);
  const { name } = build;
  const path = build.spec.telemetry?.metrics?.path ?? "/metrics";
  return {
    name: "MetricsUnread",
    expr: `max by (namespace) (${ready.series}) > 0\nunless max by (namespace) (${series("up", ownLabels(build))}) == 1`,
    for: "15m",
    urgent: false,
    summary: `Nobody reads the metrics of ${name}`,
    description: `Prometheus has got no answer from any replica of ${name} at ${path} for a quarter of an hour: what is measured there cannot raise an alert.`,
    looksAt: [],
  };
}
