import type { KnownDestination, ObservationStore } from "@fairlead/application";
import { readRendering } from "@fairlead/application";
import { servingNeeds } from "@fairlead/domain";
import type { Database } from "../database.ts";
import { toJson } from "../json.ts";

interface DestinationRow {
  id: string;
  service_id: string;
  service: string;
  environment: string;
  namespace: string;
  content: unknown;
}

export function observationStore({ prisma, pool }: Pick<Database, "prisma" | "pool">): ObservationStore {
  const changed = (kind: string, id: string) =>
    pool.query("SELECT pg_notify('fairlead_changes', $1)", [JSON.stringify({ kind, id })]);
  return {
    async clusters() {
      const rows = await prisma.cluster.findMany({ select: { name: true }, orderBy: { name: "asc" } });
      return rows.map(({ name }) => name);
    },

    async reached(cluster, { version, profile }) {
      const before = await prisma.cluster.findUnique({
        where: { name: cluster },
        select: { unreachableSince: true, kubernetesVersion: true },
      });
      await prisma.cluster.update({
        where: { name: cluster },
        data: {
          kubernetesVersion: version,
          profile: toJson(profile),
          profileAt: new Date(),
          lastContactAt: new Date(),
          unreachableSince: null,
          unreachableReason: null,
        },
      });
      if (before?.unreachableSince !== null || before.kubernetesVersion !== version) await changed("cluster", cluster);
    },

    async unreachable(cluster, reason) {
      const before = await prisma.cluster.findUniqueOrThrow({
        where: { name: cluster },
        select: { unreachableSince: true, unreachableReason: true },
      });
      const since = before.unreachableSince ?? new Date();
      if (before.unreachableSince === null || before.unreachableReason !== reason) {
        await prisma.cluster.update({
          where: { name: cluster },
          data: { unreachableSince: since, unreachableReason: reason },
        });
        await changed("cluster", cluster);
      }
      return since;
    },

    async destinations(cluster) {
      const { rows } = await pool.query<DestinationRow>(
        `SELECT d.id, d.service_id, e.name AS service, d.environment, d.namespace, b.content
         FROM destination d JOIN entity e ON e.id = d.service_id
         JOIN LATERAL (SELECT rendering_id FROM delivery WHERE destination_id = d.id ORDER BY number DESC LIMIT 1) last ON true
         JOIN rendering r ON r.id = last.rendering_id JOIN blob b ON b.digest = r.blob_digest
         WHERE d.cluster = $1`,
        [cluster],
      );
      return rows.map((row): KnownDestination => {
        const rendering = readRendering(row.content);
        const { atLeast, hasService } = servingNeeds(rendering?.objects ?? []);
        return {
          id: row.id,
          serviceId: row.service_id,
          service: row.service,
          environment: row.environment,
          namespace: row.namespace,
          minReplicas: atLeast,
          hasService,
        };
      });
    },

    async saw(cluster, { kind, metadata }, { serviceId, environment, health, reason, identifiers }) {
      await pool.query(
        `INSERT INTO observed_object (cluster, uid, kind, namespace, name, service_id, environment, health, reason, identifiers, observed_at, gone_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now(), NULL)
         ON CONFLICT (cluster, uid) DO UPDATE SET service_id = COALESCE($6, observed_object.service_id), environment = COALESCE($7, observed_object.environment),
           health = $8, reason = $9, identifiers = $10, observed_at = now(), gone_at = NULL`,
        [
          cluster,
          metadata.uid,
          kind,
          metadata.namespace ?? "",
          metadata.name,
          serviceId ?? null,
          environment ?? null,
          health,
          reason,
          identifiers,
        ],
      );
    },

    async gone(cluster, uid) {
      await pool.query(
        "UPDATE observed_object SET gone_at = now() WHERE cluster = $1 AND uid = $2 AND gone_at IS NULL",
        [cluster, uid],
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
  };
}
