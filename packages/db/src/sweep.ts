import type { Database } from "./database.ts";

/** How long a repeated write gets its first answer. */
const IDEMPOTENCY_HOURS = 24;

/** Takes away what is over and is nobody's history: sessions past their end, answers to writes that nobody repeats. */
export async function sweep({ pool }: Pick<Database, "pool">, now: Date): Promise<{ sessions: number; keys: number }> {
  const sessions = await pool.query("DELETE FROM session WHERE expires_at < $1", [now]);
  const before = new Date(now.getTime() - IDEMPOTENCY_HOURS * 3_600_000);
  const keys = await pool.query("DELETE FROM idempotency_key WHERE created_at < $1", [before]);
  return { sessions: sessions.rowCount ?? 0, keys: keys.rowCount ?? 0 };
}
