import { randomUUID } from "node:crypto";
import type { Database } from "../database.ts";

const LEASE_SECONDS = 15;

/** What one process only may hold at a time. Taken again and again while it is needed, or it goes to another. */
export function leases({ pool }: Pick<Database, "pool">) {
  const holder = randomUUID();
  return {
    /** Takes or keeps a lease; `false` where somebody else has it. */
    async take(name: string): Promise<boolean> {
      const { rowCount } = await pool.query(
        `INSERT INTO lease (name, holder, until) VALUES ($1, $2, now() + make_interval(secs => $3))
         ON CONFLICT (name) DO UPDATE SET holder = $2, until = now() + make_interval(secs => $3)
         WHERE lease.holder = $2 OR lease.until < now()`,
        [name, holder, LEASE_SECONDS],
      );
      return rowCount === 1;
    },
    async giveBack(name: string): Promise<void> {
      await pool.query("DELETE FROM lease WHERE name = $1 AND holder = $2", [name, holder]);
    },
  };
}
