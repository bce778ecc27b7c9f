import type { ObservationStore } from "@fairlead/application";
import { clusterReference } from "../cluster/cluster-reference.ts";
import type { Database } from "../database.ts";
import { wakeDeliveries } from "../job/wake-deliveries.ts";
import { destinationReader } from "./known-destinations.ts";

export function observationStore({ prisma, pool }: Pick<Database, "prisma" | "pool">): ObservationStore {
  const changed = (kind: string, id: string) =>
    pool.query("SELECT pg_notify('fairlead_changes', $1)", [JSON.stringify({ kind, id })]);
  return {
    async clusters() {
      const { rows } = await pool.query<{ name: string; document: unknown }>(
        "SELECT name, document FROM cluster WHERE preparation IS NULL ORDER BY name",
      );
      return rows.map(clusterReference);
    },

    async reached(cluster, version) {
      const where = { name: cluster };
      const before = await prisma.cluster.findUnique({
        where,
        select: { unreachableSince: true, kubernetesVersion: true },
      });
      // Detached meanwhile.
      if (before === null) return;
      const data = {
        kubernetesVersion: version,
        lastContactAt: new Date(),
        unreachableSince: null,
        unreachableReason: null,
      };
      await prisma.cluster.updateMany({ where, data });
      const isBack = before.unreachableSince !== null;
      if (isBack) await wakeDeliveries({ pool }, cluster);
      if (isBack || before.kubernetesVersion !== version) await changed("cluster", cluster);
    },

    async discovered(cluster, { profile, notes }) {
      // Written each time, for its age; told only where something is other than before.
      const { rows } = await pool.query<{ changed: boolean }>(
        `WITH before AS (SELECT name, profile FROM cluster WHERE name = $1)
         UPDATE cluster c SET profile = $2::jsonb, profile_at = now() FROM before WHERE c.name = before.name
         RETURNING before.profile IS DISTINCT FROM $2::jsonb AS changed`,
        [cluster, JSON.stringify({ ...profile, notes })],
      );
      if (rows[0]?.changed) await changed("cluster", cluster);
    },

    async unreachable(cluster, reason) {
      const { rowCount } = await pool.query(
        `UPDATE cluster SET unreachable_since = COALESCE(unreachable_since, now()), unreachable_reason = $2
         WHERE name = $1 AND preparation IS NULL AND unreachable_reason IS DISTINCT FROM $2`,
        [cluster, reason],
      );
      if (rowCount === 1) await changed("cluster", cluster);
    },

    destinations: destinationReader({ pool }),

    async saw(cluster, sightings) {
      if (sightings.length === 0) return;
      const rows = sightings.map(({ object: { kind, metadata }, ...of }) => ({
        uid: metadata.uid,
        kind,
        namespace: metadata.namespace ?? "",
        name: metadata.name,
        service_id: of.serviceId ?? null,
        environment: of.environment ?? null,
        health: of.health,
        reason: of.reason,
        identifiers: of.identifiers,
      }));
      await pool.query(
        `INSERT INTO observed_object AS o (cluster, uid, kind, namespace, name, service_id, environment, health, reason, identifiers)
         SELECT $1, r.uid, r.kind, r.namespace, r.name, r.service_id, r.environment, r.health, r.reason, r.identifiers
         FROM jsonb_to_recordset($2::jsonb) AS r (uid text, kind text, namespace text, name text, service_id uuid,
           environment text, health text, reason text, identifiers text[])
         ON CONFLICT (cluster, uid) DO UPDATE SET service_id = COALESCE(excluded.service_id, o.service_id),
           environment = COALESCE(excluded.environment, o.environment), health = excluded.health, reason = excluded.reason,
           identifiers = excluded.identifiers, observed_at = now(), gone_at = NULL`,
        [cluster, JSON.stringify(rows)],
      );
    },

    async gone(cluster, uids) {
      if (uids.length === 0) return;
      await pool.query(
        "UPDATE observed_object SET gone_at = now() WHERE cluster = $1 AND uid = ANY ($2) AND gone_at IS NULL",
        [cluster, uids],
      );
    },

    async goneExcept(cluster, kind, uids) {
      await pool.query(
        "UPDATE observed_object SET gone_at = now() WHERE cluster = $1 AND kind = $2 AND gone_at IS NULL AND NOT (uid = ANY ($3))",
        [cluster, kind, [...uids]],
      );
    },

    async sighted(destinationId, { health, reason, ready, wanted }) {
      const { rows } = await pool.query<{ changed: boolean; service: string }>(
        `WITH before AS (SELECT health, health_reason, ready_replicas, wanted_replicas FROM destination WHERE id = $1)
         UPDATE destination d SET health = $2, health_reason = $3, ready_replicas = $4, wanted_replicas = $5, observed_at = now(),
           health_since = CASE WHEN d.health = $2 THEN d.health_since ELSE now() END
         FROM before, entity e WHERE d.id = $1 AND e.id = d.service_id
         RETURNING (before.health, before.health_reason, before.ready_replicas, before.wanted_replicas) IS DISTINCT FROM ($2::text, $3::text, $4::int, $5::int) AS changed,
           e.name AS service`,
        [destinationId, health, reason, ready, wanted],
      );
      const [row] = rows;
      if (row?.changed) await changed("service", row.service);
    },

    async forgetGone(cluster) {
      await pool.query("DELETE FROM observed_object WHERE cluster = $1 AND gone_at < now() - interval '30 days'", [
        cluster,
      ]);
    },
  };
}
