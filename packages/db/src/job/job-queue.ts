import { randomUUID } from "node:crypto";
import type { JobQueue } from "@fairlead/application";
import type { Database } from "../database.ts";

/** How long a worker that fell silent keeps a job from others. */
const LEASE_SECONDS = 15;

interface JobRow {
  key: string;
  version: string;
  attempts: number;
}

/** The queue in Postgres: claims with SKIP LOCKED, so that workers never wait for each other. */
export function jobQueue({ pool }: Pick<Database, "pool">): JobQueue {
  const holder = randomUUID();
  return {
    async claim(queue, limit) {
      const { rows } = await pool.query<JobRow>(
        `UPDATE job SET lease_holder = $3, lease_until = now() + make_interval(secs => $4), attempts = attempts + 1
         WHERE (queue, key) IN (
           SELECT queue, key FROM job
           WHERE queue = $1 AND run_at <= now() AND (lease_until IS NULL OR lease_until < now())
           ORDER BY run_at LIMIT $2 FOR UPDATE SKIP LOCKED)
         RETURNING key, version, attempts`,
        [queue, limit, holder, LEASE_SECONDS],
      );
      return rows.map(({ key, version, attempts }) => ({ key, version: BigInt(version), attempts }));
    },

    async heartbeat(queue, { key }) {
      await pool.query(
        "UPDATE job SET lease_until = now() + make_interval(secs => $4) WHERE queue = $1 AND key = $2 AND lease_holder = $3",
        [queue, key, holder, LEASE_SECONDS],
      );
    },

    async finish(queue, { key, version }) {
      const { rowCount } = await pool.query(
        "DELETE FROM job WHERE queue = $1 AND key = $2 AND version = $3 AND lease_holder = $4",
        [queue, key, String(version), holder],
      );
      // Asked for again while it ran: give it back at once.
      if (rowCount === 0)
        await pool.query(
          "UPDATE job SET lease_holder = NULL, lease_until = NULL WHERE queue = $1 AND key = $2 AND lease_holder = $3",
          [queue, key, holder],
        );
    },

    async again(queue, { key }, inMs) {
      await pool.query(
        "UPDATE job SET lease_holder = NULL, lease_until = NULL, run_at = now() + make_interval(secs => $4) WHERE queue = $1 AND key = $2 AND lease_holder = $3",
        [queue, key, holder, inMs / 1000],
      );
    },

    async ask(queue, key) {
      await pool.query(
        `INSERT INTO job (queue, key) VALUES ($1, $2)
         ON CONFLICT (queue, key) DO UPDATE SET version = job.version + 1, run_at = now()`,
        [queue, key],
      );
      await pool.query("SELECT pg_notify('fairlead_jobs', $1)", [queue]);
    },
  };
}
