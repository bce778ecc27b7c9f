import type { PolicyStanding, PolicySyncStore } from "@fairlead/application";
import { clusterSchema } from "@fairlead/domain";
import { clusterReference } from "../cluster/cluster-reference.ts";
import type { Database } from "../database.ts";
import { given } from "../json.ts";
import { readPlans } from "./read-plans.ts";

interface StandingRow {
  policy: string;
  state: PolicyStanding["state"];
  detail: string;
  changed_by: string | null;
  changed_at: Date | null;
}

export function policySyncStore({ pool }: Pick<Database, "pool">): PolicySyncStore {
  const changed = (cluster: string) =>
    pool.query("SELECT pg_notify('fairlead_changes', $1)", [JSON.stringify({ kind: "cluster", id: cluster })]);
  return {
    async clusters() {
      const { rows } = await pool.query<{ name: string; document: unknown; kubernetes_version: string | null }>(
        "SELECT name, document, kubernetes_version FROM cluster WHERE preparation IS NULL ORDER BY name",
      );
      return rows.map((row) => ({
        ...clusterReference(row),
        mode: clusterSchema.parse(row.document).spec.policies ?? "manage",
        ...given("kubernetesMinor", minorOf(row.kubernetes_version)),
      }));
    },

    plans: () => readPlans({ pool }),

    async standings(cluster) {
      const { rows } = await pool.query<StandingRow>(
        "SELECT policy, state, detail, changed_by, changed_at FROM policy_standing WHERE cluster = $1",
        [cluster],
      );
      return rows.map(({ policy, state, detail, changed_by, changed_at }) => ({
        policy,
        state,
        detail,
        ...given("changedBy", changed_by),
        ...given("changedAt", changed_at),
      }));
    },

    async synced(cluster, { mode, standings, events, writes, durationMs }) {
      // Detached meanwhile, there is nothing to keep.
      const { rows } = await pool.query<{ news: string }>(
        `WITH given AS (
           SELECT * FROM jsonb_to_recordset($2::jsonb) AS s (policy text, state text, detail text, "changedBy" text, "changedAt" timestamptz)
         ), there AS (SELECT name FROM cluster WHERE name = $1
         ), gone AS (
           DELETE FROM policy_standing WHERE cluster = $1 AND policy NOT IN (SELECT policy FROM given) RETURNING policy
         ), saved AS (
           INSERT INTO policy_standing AS p (cluster, policy, state, detail, changed_by, changed_at)
           SELECT there.name, policy, state, detail, "changedBy", "changedAt" FROM given, there
           ON CONFLICT (cluster, policy) DO UPDATE SET state = excluded.state, detail = excluded.detail,
             changed_by = excluded.changed_by, changed_at = excluded.changed_at,
             since = CASE WHEN p.state = excluded.state THEN p.since ELSE now() END
           WHERE (p.state, p.detail, p.changed_by, p.changed_at)
             IS DISTINCT FROM (excluded.state, excluded.detail, excluded.changed_by, excluded.changed_at)
           RETURNING policy
         ), told AS (
           INSERT INTO policy_event (cluster, policy, message)
           SELECT there.name, policy, message FROM jsonb_to_recordset($3::jsonb) AS e (policy text, message text), there
           RETURNING id
         ), before AS (SELECT checked_at, problem, mode FROM policy_sync WHERE cluster = $1
         ), looked AS (
           INSERT INTO policy_sync (cluster, mode, checked_at, duration_ms, writes, problem)
           SELECT name, $4, now(), $5, $6, '' FROM there
           ON CONFLICT (cluster) DO UPDATE SET mode = excluded.mode, checked_at = excluded.checked_at,
             duration_ms = excluded.duration_ms, writes = excluded.writes, problem = ''
           RETURNING cluster
         )
         SELECT (SELECT count(*) FROM gone) + (SELECT count(*) FROM saved) + (SELECT count(*) FROM told)
           + (SELECT count(*) FROM before WHERE problem <> '') AS news, (SELECT cluster FROM looked)`,
        [cluster, JSON.stringify(standings), JSON.stringify(events), mode, durationMs, writes],
      );
      if (Number(rows[0]?.news) > 0) await changed(cluster);
    },

    async failed(cluster, reason) {
      const { rowCount } = await pool.query(
        `INSERT INTO policy_sync AS s (cluster, problem) SELECT name, $2 FROM cluster WHERE name = $1
         ON CONFLICT (cluster) DO UPDATE SET problem = $2 WHERE s.problem IS DISTINCT FROM $2`,
        [cluster, reason],
      );
      if (rowCount === 1) await changed(cluster);
    },
  };
}

/** `v1.36.3` → 36. */
function minorOf(version: string | null): number | undefined {
  const minor = /^v1\.(\d+)/.exec(version ?? "")?.[1];
  return minor === undefined ? undefined : Number(minor);
}
