import type { ClusterGateway, ObservationStore } from "@fairlead/application";
import type { Logger } from "pino";
import type { Metrics } from "../metrics.ts";

/** What every loop gets. A loop runs until the signal, and settles what it holds before it ends. */
export interface LoopDeps {
  clusters: ClusterGateway;
  observations: ObservationStore;
  log: Logger;
  metrics: Metrics;
  signal: AbortSignal;
}

/** What only one process may do at a time. */
export interface Leases {
  /** Takes or keeps a lease; `false` where somebody else has it. */
  take(name: string): Promise<boolean>;
  giveBack(name: string): Promise<void>;
}
