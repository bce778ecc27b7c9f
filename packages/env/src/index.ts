export { type CliEnv, readCliEnv } from "./cli-env.ts";
export { type PortalEnv, readPortalEnv } from "./portal-env.ts";
export { EnvError, readEnv } from "./read-env.ts";
export { Secret } from "./secret.ts";
