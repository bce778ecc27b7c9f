import { randomUUID } from "node:crypto";
import type { JobQueue } from "@fairlead/application";
import type { Database } from "../database.ts";

/** How long a worker that fell silent keeps a job from others. */
const LEASE_SECONDS = 15;

/** The queue in Postgres: claims with SKIP LOCKED, so that workers never wait for each other. */
export function jobQueue(
  { pool }: Pick<Database, "pool">,
  { leaseSeconds = LEASE_SECONDS }: { leaseSeconds?: number } = {},
): JobQueue {
  const holder = randomUUID();
  const release = "lease_holder = NULL, lease_until = NULL";
  const mine = "queue = $1 AND key = $2 AND lease_holder = $3";
  return {
    async claim(queue, limit) {
      const { rows } = await pool.query<{ key: string; version: string }>(
        `UPDATE job SET lease_holder = $3, lease_until = now() + make_interval(secs => $4), attempts = attempts + 1
         WHERE (queue, key) IN (
           SELECT queue, key FROM job
           WHERE queue = $1 AND run_at <= now() AND (lease_until IS NULL OR lease_until < now())
           ORDER BY run_at LIMIT $2 FOR UPDATE SKIP LOCKED)
         RETURNING key, version`,
        [queue, limit, holder, leaseSeconds],
      );
      return rows.map(({ key, version }) => ({ key, version: BigInt(version) }));
    },

    async heartbeat(queue, { key }) {
      const { rowCount } = await pool.query(
        `UPDATE job SET lease_until = now() + make_interval(secs => $4) WHERE ${mine}`,
        [queue, key, holder, leaseSeconds],
      );
      return rowCount === 1;
    },

    async finish(queue, { key, version }) {
      const { rowCount } = await pool.query(`DELETE FROM job WHERE ${mine} AND version = $4`, [
        queue,
        key,
        holder,
        String(version),
      ]);
      // Asked for again while it ran: give it back at once.
      if (rowCount === 0) await pool.query(`UPDATE job SET ${release} WHERE ${mine}`, [queue, key, holder]);
    },

    async again(queue, { key, version }, afterMs) {
      await pool.query(
        `UPDATE job SET ${release}, run_at = CASE WHEN version = $4 THEN now() + make_interval(secs => $5) ELSE now() END
         WHERE ${mine}`,
        [queue, key, holder, String(version), afterMs / 1000],
      );
    },
  };
}
