import type { ExceptionLabelStore } from "@fairlead/application";
import { clusterReference } from "../cluster/cluster-reference.ts";
import type { Database } from "../database.ts";
import { APPROVED, EXCEPTION, toException } from "./exception-row.ts";

/** What came to its end before this cannot be honoured anywhere but where it is still seen. */
const LATELY_MS = 60 * 60 * 1000;

export function exceptionLabelStore({ prisma, pool }: Pick<Database, "prisma" | "pool">): ExceptionLabelStore {
  const changed = (service: string) =>
    pool.query("SELECT pg_notify('fairlead_changes', $1)", [JSON.stringify({ kind: "service", id: service })]);

  const write = async (destinationId: string, policies: readonly string[]) => {
    const { rows } = await pool.query<{ service: string }>(
      `WITH gone AS (DELETE FROM namespace_exception WHERE destination_id = $1 AND NOT (policy = ANY ($2)) RETURNING 1),
            new AS (INSERT INTO namespace_exception (destination_id, policy) SELECT $1, unnest($2::text[])
                    ON CONFLICT DO NOTHING RETURNING 1)
       SELECT e.name AS service FROM destination d JOIN entity e ON e.id = d.service_id
       WHERE d.id = $1 AND (EXISTS (SELECT FROM gone) OR EXISTS (SELECT FROM new))`,
      [destinationId, policies],
    );
    for (const { service } of rows) await changed(service);
  };

  return {
    async clusters() {
      const { rows } = await pool.query<{ name: string; document: unknown }>(
        "SELECT name, document FROM cluster WHERE preparation IS NULL AND unreachable_since IS NULL ORDER BY name",
      );
      return rows.map(clusterReference);
    },

    async places(cluster, now) {
      const lately = new Date(now.getTime() - LATELY_MS);
      const exceptions = await prisma.exception.findMany({
        where: { ...APPROVED, until: { gt: lately }, service: { destination: { some: { cluster } } } },
        include: EXCEPTION,
      });
      const destinations = await prisma.destination.findMany({
        where: {
          cluster,
          OR: [
            { serviceId: { in: exceptions.map(({ serviceId }) => serviceId) } },
            { namespaceException: { some: {} } },
          ],
        },
        include: { namespaceException: true, service: { select: { entity: { select: { name: true } } } } },
      });
      return {
        exceptions: exceptions.map(toException),
        places: destinations.map(({ id, environment, namespace, service, namespaceException }) => ({
          destinationId: id,
          service: service.entity.name,
          environment,
          namespace,
          seen: namespaceException.map(({ policy }) => policy),
        })),
      };
    },

    saw: write,

    async sawAll(cluster, byNamespace) {
      const rows = await prisma.destination.findMany({
        where: {
          cluster,
          OR: [{ namespace: { in: [...byNamespace.keys()] } }, { namespaceException: { some: {} } }],
        },
        select: { id: true, namespace: true },
      });
      for (const { id, namespace } of rows) await write(id, byNamespace.get(namespace) ?? []);
    },
  };
}
