import type { IdempotencyStore } from "@fairlead/application";
import type { Database } from "../database.ts";
import { withStoreErrors } from "../store-error.ts";

export function idempotencyStore({ pool }: Pick<Database, "pool">): IdempotencyStore {
  return withStoreErrors<IdempotencyStore>({
    async claim({ personId, key, route, requestDigest }) {
      const { rowCount } = await pool.query(
        "INSERT INTO idempotency_key (person_id, key, route, request_digest) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
        [personId, key, route, requestDigest],
      );
      if (rowCount === 1) return { state: "new" };
      const { rows } = await pool.query<{
        route: string;
        request_digest: string;
        status: number | null;
        response: unknown;
        created_at: Date;
      }>(
        "SELECT route, request_digest, status, response, created_at FROM idempotency_key WHERE person_id = $1 AND key = $2",
        [personId, key],
      );
      const [row] = rows;
      // Taken away between the two questions: the other one was abandoned.
      if (row === undefined) return { state: "running", since: new Date() };
      if (row.route !== route || row.request_digest !== requestDigest) return { state: "differs" };
      return row.status === null
        ? { state: "running", since: row.created_at }
        : { state: "finished", status: row.status, response: row.response };
    },
    async finish({ personId, key }, { status, response }) {
      await pool.query(
        "UPDATE idempotency_key SET status = $3, response = $4::jsonb WHERE person_id = $1 AND key = $2",
        [personId, key, status, JSON.stringify(response)],
      );
    },
    async abandon({ personId, key }) {
      await pool.query("DELETE FROM idempotency_key WHERE person_id = $1 AND key = $2 AND status IS NULL", [
        personId,
        key,
      ]);
    },
  });
}
