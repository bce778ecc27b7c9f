import { homedir } from "node:os";
import { join, resolve } from "node:path";
import * as z from "zod";
import { defaultHome } from "./default-home.ts";
import { readEnv } from "./read-env.ts";
import { Secret } from "./secret.ts";

const PORT_WORDS = "Give a number from 1 to 65535.";

const schema = z
  .object({
    FAIRLEAD_MODE: z
      .literal("sandbox", "The sandbox lets everybody in without a password. Leave it unset, or set it to sandbox.")
      .default("sandbox"),
    FAIRLEAD_HOME: z.string().optional(),
    FAIRLEAD_KUBE_BIN: z.string().optional(),
    DATABASE_URL: z.string().optional(),
    FAIRLEAD_LOG_LEVEL: z.enum(["debug", "info", "warn", "error"]).default("info"),
    PORT: z.coerce.number(PORT_WORDS).int(PORT_WORDS).min(1, PORT_WORDS).max(65535, PORT_WORDS).default(3000),
    XDG_CACHE_HOME: z.string().optional(),
  })
  .transform((env) => ({
    /** Where all state of the sandbox is. */
    home: resolve(env.FAIRLEAD_HOME ?? defaultHome()),
    /** A folder with etcd, kube-apiserver, kube-controller-manager, kube-scheduler and kwok in it. */
    kubeBin: env.FAIRLEAD_KUBE_BIN === undefined ? undefined : resolve(env.FAIRLEAD_KUBE_BIN),
    /** A Postgres of one's own instead of the embedded one. */
    databaseUrl: env.DATABASE_URL === undefined ? undefined : new Secret(env.DATABASE_URL),
    logLevel: env.FAIRLEAD_LOG_LEVEL,
    /** Where the portal shall listen; the next free one if it is taken. */
    port: env.PORT,
    /** Where programs are kept between checkouts. */
    cache: join(env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "fairlead"),
  }));
export type SandboxEnv = z.output<typeof schema>;

/** What the sandbox is told by its environment. */
export function readSandboxEnv(source?: Record<string, string | undefined>): SandboxEnv {
  return readEnv(schema, source);
}
