import type { Database } from "../database.ts";
import { migrationsFolder } from "./migrations-folder.ts";
import { readMigrations } from "./read-migrations.ts";

/** Whether the database answers, and every migration that this process knows has been applied. Never throws. */
export async function isMigrated(
  { pool }: Pick<Database, "pool">,
  folder = migrationsFolder(),
): Promise<{ answers: boolean; migrated: boolean }> {
  try {
    const { rows } = await pool.query<{ there: boolean }>(
      "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there",
    );
    if (!rows[0]?.there) return { answers: true, migrated: false };
    const applied = await pool.query<{ name: string }>(
      "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
    );
    const names = new Set(applied.rows.map(({ name }) => name));
    return { answers: true, migrated: readMigrations(folder).every(({ name }) => names.has(name)) };
  } catch {
    return { answers: false, migrated: false };
  }
}
