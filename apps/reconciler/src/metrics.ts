import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** What /metrics tells. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "fairlead_reconciler_" });
  const registers = [registry];
  return {
    registry,
    runs: new Histogram({
      name: "fairlead_delivery_run_duration_seconds",
      help: "Time of one step of a delivery, by how it ended: done, again or error.",
      labelNames: ["outcome"],
      buckets: [0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers,
    }),
    clusterUp: new Gauge({
      name: "fairlead_cluster_up",
      help: "1 where the cluster answered when it was last asked, else 0.",
      labelNames: ["cluster"],
      registers,
    }),
    watching: new Gauge({
      name: "fairlead_cluster_watched",
      help: "1 where this process follows the cluster, else 0.",
      labelNames: ["cluster"],
      registers,
    }),
    policiesDiffering: new Gauge({
      name: "fairlead_policies_differing",
      help: "Policies of the cluster that are not in step, when this process last looked.",
      labelNames: ["cluster"],
      registers,
    }),
    internalErrors: new Counter({
      name: "fairlead_internal_errors_total",
      help: "Errors that are our own mistake, by where they happened.",
      labelNames: ["where"],
      registers,
    }),
  };
}
export type Metrics = ReturnType<typeof createMetrics>;
