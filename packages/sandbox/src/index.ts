export type { SandboxCluster } from "./kubernetes/control-plane/start-cluster.ts";
export { type ControlPlane, startControlPlane } from "./kubernetes/control-plane/start-control-plane.ts";
export { type Postgres, startPostgres } from "./postgres/start-postgres.ts";
export { ProcessRecord } from "./process/process-record.ts";
