import type { Database } from "../database.ts";

/** Wakes the deliveries that wait for a cluster, now that it is there. */
export async function wakeDeliveries({ pool }: Pick<Database, "pool">, cluster: string): Promise<void> {
  await pool.query(
    `UPDATE job SET version = job.version + 1, run_at = now()
     FROM delivery d JOIN destination p ON p.id = d.destination_id
     WHERE job.queue = 'deliver' AND job.key = d.id::text AND d.ended_at IS NULL AND p.cluster = $1`,
    [cluster],
  );
  await pool.query("SELECT pg_notify('fairlead_jobs', 'deliver')");
}
