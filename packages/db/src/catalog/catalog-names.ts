import { type CatalogNames, collectNames } from "@fairlead/application";
import type { Tx } from "../prisma-transaction.ts";

/** All names of the catalog, in one question. */
export async function readNames(tx: Tx): Promise<CatalogNames> {
  const rows = await tx.$queryRaw<{ kind: string; name: string; parent: string | null }[]>`
    SELECT 'Team' AS kind, t.name, p.name AS parent FROM team t LEFT JOIN team p ON p.id = t.parent_id
    UNION ALL SELECT kind, name, NULL FROM entity
    UNION ALL SELECT 'Environment', name, NULL FROM environment
    UNION ALL SELECT 'Cluster', name, NULL FROM cluster
    UNION ALL SELECT 'Template', name || '@' || version, NULL FROM template_version`;
  return collectNames(rows);
}
