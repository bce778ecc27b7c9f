import type { Database } from "./database.ts";

/** Whether the database answers, and holds the tables that this process needs. Never throws. */
export async function isMigrated({ pool }: Pick<Database, "pool">): Promise<{ answers: boolean; migrated: boolean }> {
  try {
    const { rows } = await pool.query<{ there: boolean }>(
      "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there",
    );
    return { answers: true, migrated: rows[0]?.there ?? false };
  } catch {
    return { answers: false, migrated: false };
  }
}
