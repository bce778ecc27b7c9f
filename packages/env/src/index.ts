export { type CliEnv, readCliEnv } from "./cli-env.ts";
export { readDatabaseUrl } from "./database-url.ts";
export { machineEnv } from "./machine-env.ts";
export { type PortalEnv, readPortalEnv } from "./portal-env.ts";
export { EnvError, readEnv } from "./read-env.ts";
export { type ReconcilerEnv, readReconcilerEnv } from "./reconciler-env.ts";
export { readSandboxEnv, type SandboxEnv } from "./sandbox-env.ts";
export { Secret } from "./secret.ts";
