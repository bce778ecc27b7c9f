import "server-only";
import { createHash } from "node:crypto";
import { type ApiContext, handleRest, handleTrpc, REST_ROUTES } from "@fairlead/api";
import {
  type AccountStore,
  type ChangeFeed,
  type Deps,
  policyJudge,
  referenceOnlyResolver,
} from "@fairlead/application";
import { type AuthDeps, findSessionActor, findTokenActor, isSameOrigin, newApiToken } from "@fairlead/auth";
import { accountStore, changeFeed, connect, type Database, idempotencyStore, readers, unitOfWork } from "@fairlead/db";
import { type PortalEnv, readPortalEnv } from "@fairlead/env";
import { loadLibrary, policyExamples } from "@fairlead/library";
import type { Logger } from "pino";
import { createLog } from "./log.ts";
import { createMetrics, type Metrics } from "./metrics.ts";
import { createMonitor } from "./monitor.ts";

/** Everything that the portal's server is made of, put together once per process. */
export interface Container {
  env: PortalEnv;
  log: Logger;
  metrics: Metrics;
  database: Database;
  changes: ChangeFeed & { close(): Promise<void> };
  auth: AuthDeps;
  /** The context of a request from a browser. */
  browserContext(headers: Headers): Promise<ApiContext>;
  /** Answers a call of one of the portal's own pages. */
  trpc(request: Request): Promise<Response>;
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
  const monitor = createMonitor(log, metrics);
  const actors = { store, portalUrl: env.url, platformGroups: env.platformGroups, now };
  const shared = { deps: composeDeps(env, database), changes, monitor, newApiToken, shutdown: shutdown.signal };
  const browserContext = async (headers: Headers) => ({ ...shared, actor: await findSessionActor(actors, headers) });
  const tokenContext = async (headers: Headers) => ({ ...shared, actor: await findTokenActor(actors, headers) });
  const trpc = { isOwnPage: (headers: Headers) => isSameOrigin(headers, env.url), context: browserContext, monitor };
  const rest = { routes: REST_ROUTES, idempotency: idempotencyStore(database), context: tokenContext, monitor };
  return {
    env,
    log,
    metrics,
    database,
    changes,
    auth: composeAuth(env, store, log),
    browserContext,
    trpc: (request) => handleTrpc(trpc, request),
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
    policyExamples,
    images: referenceOnlyResolver,
    defaultProfile: library.profiles.minimal,
    templates: library.templates,
    portalUrl: env.url,
  };
}

function composeAuth(env: PortalEnv, store: AccountStore, log: Logger): AuthDeps {
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
