import "server-only";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** What /metrics tells. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "fairlead_portal_" });
  const registers = [registry];
  return {
    registry,
    requests: new Histogram({
      name: "fairlead_api_request_duration_seconds",
      help: "Time until the answer of an API call was ready, by kind, route and how it ended.",
      labelNames: ["kind", "route", "outcome"],
      buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    internalErrors: new Counter({
      name: "fairlead_internal_errors_total",
      help: "Errors that are our own mistake, by where they happened.",
      labelNames: ["where"],
      registers,
    }),
    streams: new Gauge({ name: "fairlead_live_streams", help: "Browsers that watch for changes.", registers }),
  };
}
export type Metrics = ReturnType<typeof createMetrics>;
