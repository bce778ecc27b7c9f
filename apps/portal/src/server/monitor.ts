import "server-only";
import type { ApiMonitor } from "@fairlead/api";
import type { Logger } from "pino";
import type { Metrics } from "./metrics.ts";

/** Counts what the API does, and logs what is our own mistake. */
export function createMonitor(log: Logger, metrics: Metrics): ApiMonitor {
  return {
    internal(error, where) {
      metrics.internalErrors.inc({ where });
      log.error({ err: error.cause, where }, "our mistake");
    },
    served({ kind, route, outcome, durationMs }) {
      metrics.requests.observe({ kind, route, outcome }, durationMs / 1000);
    },
    watching() {
      metrics.streams.inc();
      return () => metrics.streams.dec();
    },
  };
}
