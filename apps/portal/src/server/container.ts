import "server-only";
import { createHash } from "node:crypto";
import { type ApiLog, handleRest, REST_ROUTES, type RestDeps } from "@fairlead/api";
import { type ChangeFeed, type Deps, policyJudge, referenceOnlyResolver } from "@fairlead/application";
import { type ActorDeps, type AuthDeps, findTokenActor, newApiToken } from "@fairlead/auth";
import { accountStore, changeFeed, connect, type Database, idempotencyStore, readers, unitOfWork } from "@fairlead/db";
import { type PortalEnv, readPortalEnv } from "@fairlead/env";
import { loadLibrary } from "@fairlead/library";
import type { Logger } from "pino";
import { createLog } from "./log.ts";
import { createMetrics, type Metrics } from "./metrics.ts";

/** Everything that the portal's server is made of, put together once per process. */
export interface Container {
  env: PortalEnv;
  log: Logger;
  metrics: Metrics;
  database: Database;
  deps: Deps;
  changes: ChangeFeed & { close(): Promise<void> };
  auth: AuthDeps;
  actors: ActorDeps;
  apiLog: ApiLog;
  /** Answers a request to the public API. */
  rest(request: Request): Promise<Response>;
  /** Aborted when the process was asked to end. */
  shutdown: AbortController;
}

// Next bundles routes, pages and instrumentation apart from one another, each with modules of its own: what is to be
// there once per process has to hang on the process.
const KEY = Symbol.for("fairlead.portal.container");
const processWide: typeof globalThis & { [KEY]?: Container } = globalThis;

/** The one container. Makes no connection by itself. */
export function container(): Container {
  processWide[KEY] ??= compose(readPortalEnv());
  return processWide[KEY];
}

const digest = (text: string) => `sha256:${createHash("sha256").update(text).digest("hex")}`;
const now = () => new Date();

function compose(env: PortalEnv): Container {
  const log = createLog(env.logLevel);
  const metrics = createMetrics();
  const databaseUrl = env.databaseUrl.reveal();
  const database = connect(databaseUrl);
  const store = accountStore(database);
  const changes = changeFeed(databaseUrl);
  const shutdown = new AbortController();
  const deps = composeDeps(env, database);
  const actors: ActorDeps = { store, portalUrl: env.url, platformGroups: env.platformGroups, now };
  const apiLog: ApiLog = {
    internal(error, where) {
      metrics.internalErrors.inc({ where });
      log.error({ err: error.cause, where }, "our mistake");
    },
  };
  const rest: RestDeps = {
    routes: REST_ROUTES,
    idempotency: idempotencyStore(database),
    log: apiLog,
    context: async (headers) => ({
      actor: await findTokenActor(actors, headers),
      deps,
      changes,
      log: apiLog,
      newApiToken,
      shutdown: shutdown.signal,
    }),
  };
  return {
    env,
    log,
    metrics,
    database,
    deps,
    changes,
    auth: composeAuth(env, store, log),
    actors,
    apiLog,
    rest: (request) => handleRest(rest, request),
    shutdown,
  };
}

function composeDeps(env: PortalEnv, database: Database): Deps {
  const library = loadLibrary();
  return {
    transact: unitOfWork(database).transact,
    read: readers(database),
    now,
    digest,
    judge: policyJudge(library.policies, digest),
    images: referenceOnlyResolver,
    defaultProfile: library.profiles.full,
    templates: library.templates,
    portalUrl: env.url,
  };
}

function composeAuth(env: PortalEnv, store: AuthDeps["store"], log: Logger): AuthDeps {
  return {
    store,
    oidc: { ...env.oidc, clientSecret: env.oidc.clientSecret.reveal() },
    portalUrl: env.url,
    secret: env.secret.reveal(),
    log: {
      error: (code, reason) => log.error({ code, reason }, "sign-in failed"),
      warn: (code) => log.warn({ code }, "sign-in"),
    },
  };
}
