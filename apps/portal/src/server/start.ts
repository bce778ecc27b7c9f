import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { migrate, sweep } from "@fairlead/db";
import { EnvError } from "@fairlead/env";
import { type Container, container } from "./container.ts";
import { onShutdown } from "./shutdown.ts";

const RETRY_MS = 2000;
const SWEEP_MS = 60 * 60_000;

/** Runs once, before the first request: settings, signals, migrations. */
export function start(): void {
  const composed = composeOrExit();
  // next-auth reads its own address from the environment and from nowhere else.
  process.env.NEXTAUTH_URL = composed.env.url;
  onShutdown(composed.shutdown, async () => {
    await composed.changes.close();
    await composed.database.close();
  });
  void migrateUntilDone(composed).then(() => sweepNowAndThen(composed));
}

function composeOrExit(): Container {
  try {
    return container();
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  }
}

/** The portal may be up before its database is: /readyz says so meanwhile. */
async function migrateUntilDone({ env, log, shutdown }: Container): Promise<void> {
  while (!shutdown.signal.aborted) {
    try {
      const applied = await migrate(env.databaseUrl.reveal());
      log.info({ applied }, "the database is ready");
      return;
    } catch (error) {
      log.warn({ err: error }, "the database cannot be migrated yet");
      await sleep(RETRY_MS, undefined, { signal: shutdown.signal }).catch(() => {});
    }
  }
}

/** Every portal does this: it is idempotent and cheap, and needs nobody to be in charge of it. */
async function sweepNowAndThen({ database, log, shutdown: { signal } }: Container): Promise<void> {
  while (!signal.aborted) {
    await sweep(database, new Date()).catch((error: unknown) => log.warn({ err: error }, "old sessions stay for now"));
    await sleep(SWEEP_MS, undefined, { signal }).catch(() => {});
  }
}
