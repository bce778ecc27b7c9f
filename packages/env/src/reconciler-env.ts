import { resolve } from "node:path";
import * as z from "zod";
import { readEnv } from "./read-env.ts";
import { Secret } from "./secret.ts";

const schema = z
  .object({
    DATABASE_URL: z.string("Give the address of a Postgres 16 or later, postgresql://…"),
    FAIRLEAD_URL: z.url("Give the address under which people reach the portal, such as https://fairlead.example.com."),
    FAIRLEAD_CREDENTIALS: z.string("Give the folder with one credentials file for each attached cluster."),
    FAIRLEAD_LOG_LEVEL: z.enum(["debug", "info", "warn", "error"]).default("info"),
    FAIRLEAD_HEALTH_PORT: z.coerce.number("Give a port's number.").int().min(0).max(65535).default(9400),
  })
  .transform((env) => ({
    databaseUrl: new Secret(env.DATABASE_URL),
    /** The portal's, without a slash at its end: what contacts in clusters point to. */
    url: env.FAIRLEAD_URL.replace(/\/+$/, ""),
    /** A folder with `<cluster>.json` in it, as attachment writes them. */
    credentials: resolve(env.FAIRLEAD_CREDENTIALS),
    logLevel: env.FAIRLEAD_LOG_LEVEL,
    /** Where /livez, /readyz and /metrics answer, on loopback; 0 for none. */
    healthPort: env.FAIRLEAD_HEALTH_PORT,
  }));
export type ReconcilerEnv = z.output<typeof schema>;

/** What the reconciler is told by its environment. */
export function readReconcilerEnv(source?: Record<string, string | undefined>): ReconcilerEnv {
  return readEnv(schema, source);
}
