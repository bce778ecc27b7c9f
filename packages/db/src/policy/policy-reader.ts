import type { PolicyFinding, PolicyReader, PolicyStandingView, PolicySyncView } from "@fairlead/application";
import type { Database } from "../database.ts";
import { given } from "../json.ts";
import { readPlans, toDecision } from "./read-plans.ts";

interface SyncRow {
  cluster: string;
  mode: PolicySyncView["mode"] | null;
  checked_at: Date | null;
  duration_ms: number | null;
  writes: number | null;
  problem: string | null;
  in_step: string;
  total: string;
}

interface StandingRow {
  cluster: string;
  policy: string;
  state: PolicyStandingView["state"];
  detail: string;
  changed_by: string | null;
  changed_at: Date | null;
  since: Date;
}

export function policyReader({ pool }: Pick<Database, "pool">): PolicyReader {
  return {
    plans: () => readPlans({ pool }),

    async decisions(policy) {
      const { rows } = await pool.query(
        `SELECT policy, warn_from, deny_from, reason, actor_name, at FROM policy_stage WHERE policy = $1
         ORDER BY id DESC LIMIT 100`,
        [policy],
      );
      return rows.map(toDecision);
    },

    async syncs() {
      const { rows } = await pool.query<SyncRow>(
        `SELECT c.name AS cluster, s.mode, s.checked_at, s.duration_ms, s.writes, s.problem,
           count(p.policy) FILTER (WHERE p.state = 'in-step') AS in_step, count(p.policy) AS total
         FROM cluster c LEFT JOIN policy_sync s ON s.cluster = c.name LEFT JOIN policy_standing p ON p.cluster = c.name
         GROUP BY c.name, s.cluster ORDER BY c.name`,
      );
      return rows.map(({ cluster, mode, checked_at, duration_ms, writes, problem, in_step, total }) => ({
        cluster,
        mode: mode ?? "manage",
        inStep: Number(in_step),
        total: Number(total),
        problem: problem ?? "",
        durationMs: duration_ms ?? 0,
        writes: writes ?? 0,
        ...given("checkedAt", checked_at),
      }));
    },

    async standings(of) {
      const { rows } = await pool.query<StandingRow>(
        `SELECT cluster, policy, state, detail, changed_by, changed_at, since FROM policy_standing
         WHERE ${of === "not in step" ? "state <> 'in-step'" : "policy = $1"} ORDER BY cluster, policy`,
        of === "not in step" ? [] : [of.policy],
      );
      return rows.map(({ changed_by, changed_at, ...row }) => ({
        ...row,
        ...given("changedBy", changed_by),
        ...given("changedAt", changed_at),
      }));
    },

    async events(policy, limit) {
      const { rows } = await pool.query<{ cluster: string; policy: string; message: string; at: Date }>(
        "SELECT cluster, policy, message, at FROM policy_event WHERE policy = $1 ORDER BY id DESC LIMIT $2",
        [policy, limit],
      );
      return rows;
    },

    async findings(policySet) {
      const { rows } = await pool.query<{
        services: string;
        waiting: string;
        at: Date | null;
        findings: PolicyFinding[];
      }>(
        `WITH newest AS (${NEWEST}), judged AS (
           SELECT newest.*, v.findings, v.vetted_at FROM newest
           LEFT JOIN vetting v ON v.blob_digest = newest.blob_digest AND v.policy_set = $1)
         SELECT count(DISTINCT service) FILTER (WHERE findings IS NOT NULL) AS services,
           count(DISTINCT service) FILTER (WHERE findings IS NULL) AS waiting, max(vetted_at) AS at,
           COALESCE((SELECT jsonb_agg(f || jsonb_build_object('service', j.service, 'team', j.team,
               'environment', j.environment, 'cluster', j.cluster) ORDER BY j.service, j.environment, j.cluster)
             FROM judged j, jsonb_array_elements(j.findings) AS f), '[]') AS findings
         FROM judged`,
        [policySet],
      );
      const [row] = rows;
      return {
        findings: row?.findings ?? [],
        services: Number(row?.services ?? 0),
        waiting: Number(row?.waiting ?? 0),
        ...given("at", row?.at),
      };
    },
  };
}

/** What was last delivered to each place. */
export const NEWEST = `SELECT e.name AS service, t.name AS team, d.environment, d.cluster, r.blob_digest
  FROM destination d JOIN entity e ON e.id = d.service_id JOIN team t ON t.id = e.team_id
  JOIN LATERAL (SELECT rendering_id FROM delivery WHERE destination_id = d.id ORDER BY number DESC LIMIT 1) last ON true
  JOIN rendering r ON r.id = last.rendering_id`;
