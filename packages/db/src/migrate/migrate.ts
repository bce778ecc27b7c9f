import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { migrationsFolder } from "./migrations-folder.ts";

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

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/**
 * Brings the database to the newest state. Each migration is one transaction; two processes that start at once take
 * turns.
 *
 * @returns the names of what was applied, empty where there was nothing to do
 * @throws Error where a migration that was applied has been changed since
 */
export async function migrate(
  url: string,
  { folder = migrationsFolder() }: { folder?: string } = {},
): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    await client.query(TABLE);
    const applied = await appliedChecksums(client);
    const names: string[] = [];
    for (const migration of readMigrations(folder)) {
      const before = applied.get(migration.name);
      if (before === undefined) {
        await apply(client, migration);
        names.push(migration.name);
      } else if (before !== migration.checksum) {
        throw new Error(
          `The migration ${migration.name} was changed after it was applied. Put it back as it was, and write a new one for what differs.`,
        );
      }
    }
    return names;
  } finally {
    // Ending the session gives the lock back.
    await client.end();
  }
}

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function appliedChecksums(client: Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    "SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
  );
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}

async function apply(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query(sql);
    await client.query(
      "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), 1)",
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw new Error(`The migration ${name} failed, and nothing of it was kept.`, { cause: error });
  }
}
