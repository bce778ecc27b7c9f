import { type KnownDestination, readRendering } from "@fairlead/application";
import { type ServingNeeds, servingNeeds } from "@fairlead/domain";
import type { Database } from "../database.ts";

interface Row {
  id: string;
  service_id: string;
  service: string;
  environment: string;
  namespace: string;
  digest: string;
}

/** Reads where a cluster's namespaces belong. What a rendering needs to serve is worked out once: it never changes. */
export function destinationReader({ pool }: Pick<Database, "pool">): (cluster: string) => Promise<KnownDestination[]> {
  const known = new Map<string, ServingNeeds>();
  return async (cluster) => {
    const { rows } = await pool.query<Row>(
      `SELECT d.id, d.service_id, e.name AS service, d.environment, d.namespace, r.blob_digest AS digest
       FROM destination d JOIN entity e ON e.id = d.service_id
       JOIN LATERAL (SELECT rendering_id FROM delivery WHERE destination_id = d.id ORDER BY number DESC LIMIT 1) last ON true
       JOIN rendering r ON r.id = last.rendering_id
       WHERE d.cluster = $1`,
      [cluster],
    );
    const digests = [...new Set(rows.map(({ digest }) => digest))];
    const missing = digests.filter((digest) => !known.has(digest));
    if (missing.length > 0) {
      const { rows: blobs } = await pool.query<{ digest: string; content: unknown }>(
        "SELECT digest, content FROM blob WHERE digest = ANY ($1)",
        [missing],
      );
      for (const { digest, content } of blobs) known.set(digest, servingNeeds(readRendering(content)?.objects ?? []));
    }
    return rows.map((row) => ({
      id: row.id,
      serviceId: row.service_id,
      service: row.service,
      environment: row.environment,
      namespace: row.namespace,
      needs: known.get(row.digest) ?? servingNeeds([]),
    }));
  };
}
