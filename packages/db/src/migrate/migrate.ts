import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { migrationsFolder } from "./migrations-folder.ts";
import { type Migration, readMigrations } from "./read-migrations.ts";

/** Any number, the same for all processes of Fairlead on one database. */
const LOCK = 4_211_970_113;

// The table that Prisma's own tools keep, so that they can take over where they are available.
const TABLE = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id varchar(36) PRIMARY KEY,
    checksum varchar(64) NOT NULL,
    finished_at timestamptz,
    migration_name varchar(255) NOT NULL,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz NOT NULL DEFAULT now(),
    applied_steps_count integer NOT NULL DEFAULT 0
  )`;

export interface MigrateOptions {
  /** Where the migrations lie; `prisma/migrations` if left out. */
  folder?: string;
  /** Told what is being done, as sentences. */
  log?: (message: string) => void;
}

/**
 * Brings the database to the newest state. Each migration is one transaction; two processes that start at once take
 * turns.
 *
 * @returns the names of what was applied, empty where there was nothing to do
 * @throws Error where a migration that was applied has been changed since, before anything is done
 */
export async function migrate(
  url: string,
  { folder = migrationsFolder(), log = () => {} }: MigrateOptions = {},
): Promise<string[]> {
  const migrations = readMigrations(folder);
  const client = new Client({ connectionString: url });
  // Whoever waits for an answer hears of a lost connection; without a listener the process would end.
  client.on("error", () => {});
  await client.connect();
  try {
    await takeTurn(client, log);
    await client.query(TABLE);
    const applied = await appliedChecksums(client);
    refuseChanged(migrations, applied);
    const missing = migrations.filter(({ name }) => !applied.has(name));
    for (const migration of missing) {
      log(`Applying the migration ${migration.name}`);
      await apply(client, migration);
    }
    return missing.map(({ name }) => name);
  } finally {
    // Ending the session gives the lock back.
    await client.end();
  }
}

async function takeTurn(client: Client, log: (message: string) => void): Promise<void> {
  const { rows } = await client.query<{ taken: boolean }>("SELECT pg_try_advisory_lock($1) AS taken", [LOCK]);
  if (rows[0]?.taken) return;
  log("Another process is migrating the database; waiting for it");
  await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
}

async function appliedChecksums(client: Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    "SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
  );
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}

function refuseChanged(migrations: readonly Migration[], applied: ReadonlyMap<string, string>): void {
  const changed = migrations.find(({ name, checksum }) => (applied.get(name) ?? checksum) !== checksum);
  if (changed === undefined) return;
  throw new Error(
    `The migration ${changed.name} was changed after it was applied. Put it back as it was, and write a new one for what differs.`,
  );
}

async function apply(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query(sql);
    await client.query(
      "INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), clock_timestamp(), 1)",
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    // Where the connection is gone, Postgres has rolled back by itself.
    await client.query("ROLLBACK").catch(() => {});
    throw new Error(`The migration ${name} failed, and nothing of it was kept.`, { cause: error });
  }
}
