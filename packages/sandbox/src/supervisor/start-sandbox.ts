import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { reportPreparation } from "@fairlead/db/report-preparation";
import { PLATFORM_GROUP } from "../identity/people.ts";
import { startIdentityProvider } from "../identity/start-identity-provider.ts";
import { openPool } from "../postgres/open-pool.ts";
import { startPostgres } from "../postgres/start-postgres.ts";
import { freePort } from "../process/free-port.ts";
import { ProcessRecord } from "../process/process-record.ts";
import { rememberedPort } from "../process/remembered-port.ts";
import { rememberedSecret } from "../process/remembered-secret.ts";
import { waitUntil } from "../process/wait-until.ts";
import { runTask } from "../tasks/run-task.ts";
import { preparationReporter } from "./preparation-reporter.ts";
import { prepareClusters } from "./prepare-clusters.ts";
import type { SandboxEvents, SandboxOptions } from "./sandbox-options.ts";
import { startApps } from "./start-apps.ts";

export interface Sandbox {
  /** The portal's address. */
  url: string;
  /** Resolves when every cluster is there or has been given up; never rejects. */
  clusters: Promise<unknown>;
  stop(): Promise<void>;
}

/** Starts all parts on loopback. Gives back when the portal answers; clusters come in the background. */
export async function startSandbox(
  options: SandboxOptions,
  events: SandboxEvents,
  signal: AbortSignal,
): Promise<Sandbox> {
  const stops: (() => Promise<unknown>)[] = [];
  const ending = new AbortController();
  const stop = async () => {
    ending.abort(new Error("The sandbox is ending."));
    for (const end of stops.splice(0).reverse()) await end();
  };
  try {
    const parts = { options, events, stops, signal: AbortSignal.any([signal, ending.signal]) };
    return { ...(await startParts(parts)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Parts {
  options: SandboxOptions;
  events: SandboxEvents;
  /** What ends each part, in the order in which they were started. */
  stops: (() => Promise<unknown>)[];
  signal: AbortSignal;
}

async function startParts({ options, events, stops, signal }: Parts): Promise<Omit<Sandbox, "stop">> {
  const { home } = options;
  mkdirSync(home, { recursive: true, mode: 0o700 });
  chmodSync(home, 0o700);
  const record = new ProcessRecord(home);
  const left = await record.endLeftovers();
  if (left.length > 0) events.say(`Ended what an earlier run had left: ${left.join(", ")}`);
  const credentials = join(home, "credentials");

  const databaseUrl = await startDatabase(options, record, stops);
  signal.throwIfAborted();
  const port = await freePort(options.port);
  const url = `http://localhost:${port}`;
  const identity = await startIdentityProvider({
    home,
    port: await rememberedPort(home, "identity provider"),
    portalUrl: url,
    mode: "sandbox",
  });
  stops.push(() => identity.stop());
  const env = {
    DATABASE_URL: databaseUrl,
    FAIRLEAD_URL: url,
    FAIRLEAD_SECRET: rememberedSecret(home, "portal-secret"),
    FAIRLEAD_MODE: "sandbox",
    FAIRLEAD_PLATFORM_GROUPS: PLATFORM_GROUP,
    FAIRLEAD_CREDENTIALS: credentials,
    FAIRLEAD_LOG_LEVEL: options.logLevel,
    FAIRLEAD_HEALTH_PORT: "0",
    OIDC_ISSUER: identity.issuer,
    OIDC_CLIENT_ID: identity.clientId,
    OIDC_CLIENT_SECRET: identity.clientSecret,
    NEXT_TELEMETRY_DISABLED: "1",
  };
  const apps = startApps({ home, record, port, say: events.say, env });
  const stopApps = () => Promise.all([apps.portal.stop(), apps.reconciler.stop()]);
  stops.push(stopApps);
  await loadWorld(options, record, { env, issuer: identity.issuer, url, signal });
  await waitUntil(async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).ok, {
    what: "The portal",
    timeoutMs: 60_000,
    child: apps.portal.current(),
    signal,
  });

  const pool = openPool(databaseUrl);
  const reporter = preparationReporter(
    (cluster, preparation) => reportPreparation({ pool }, cluster, preparation),
    // Where the database is away, the portal shows the last that it knew; the next report corrects it.
    () => {},
  );
  const clusters = prepareClusters({ options, events, record, credentials, reporter, signal });
  stops.push(async () => {
    const stopClusters = await clusters;
    await Promise.all([stopApps(), stopClusters()]);
    await pool.end();
  });
  return { url, clusters };
}

async function startDatabase(
  { home, databaseUrl }: SandboxOptions,
  record: ProcessRecord,
  stops: Parts["stops"],
): Promise<string> {
  if (databaseUrl !== undefined) return databaseUrl.reveal();
  const postgres = await startPostgres({ home, record });
  stops.push(() => postgres.stop());
  return postgres.url;
}

async function loadWorld(
  { home, clusters, examples }: SandboxOptions,
  record: ProcessRecord,
  { env, issuer, url, signal }: { env: Record<string, string>; issuer: string; url: string; signal: AbortSignal },
): Promise<void> {
  const facts =
    clusters.kind === "made"
      ? clusters.names.map((name) => ({ name, simulated: true }))
      : [{ name: clusters.cluster.name, simulated: false }];
  const input = { home, portalUrl: url, issuer, clusters: facts, examples };
  await runTask("load-world", { home, record, input, env, signal });
}
