export type { SandboxCluster } from "./kubernetes/control-plane/start-cluster.ts";
export { type ControlPlane, startControlPlane } from "./kubernetes/control-plane/start-control-plane.ts";
export { type Postgres, startPostgres } from "./postgres/start-postgres.ts";
export { ProcessRecord } from "./process/process-record.ts";
export type { SandboxEvents, SandboxOptions } from "./supervisor/sandbox-options.ts";
export { type Sandbox, startSandbox } from "./supervisor/start-sandbox.ts";
