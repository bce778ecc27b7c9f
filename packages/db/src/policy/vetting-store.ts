import type { VettingStore } from "@fairlead/application";
import type { Database } from "../database.ts";
import { NEWEST } from "./policy-reader.ts";

export function vettingStore({ pool }: Pick<Database, "pool">): VettingStore {
  return {
    async due(policySet, limit) {
      const { rows } = await pool.query<{ digest: string; content: unknown }>(
        `SELECT b.digest, b.content FROM (
           SELECT DISTINCT newest.blob_digest FROM (${NEWEST}) AS newest
           LEFT JOIN vetting v ON v.blob_digest = newest.blob_digest AND v.policy_set = $1
           WHERE v.blob_digest IS NULL LIMIT $2) AS missing
         JOIN blob b ON b.digest = missing.blob_digest`,
        [policySet, limit],
      );
      return rows;
    },

    async save(policySet, { digest, findings }) {
      await pool.query(
        `INSERT INTO vetting (blob_digest, policy_set, findings) VALUES ($1, $2, $3::jsonb)
         ON CONFLICT (blob_digest) DO UPDATE SET policy_set = $2, findings = $3::jsonb, vetted_at = now()`,
        [digest, policySet, JSON.stringify(findings)],
      );
    },
  };
}
