import type { Tx } from "../prisma-transaction.ts";

export interface SearchEntry {
  kind: string;
  name: string;
  /** Everything by which it may be looked for. */
  words: readonly (string | undefined)[];
  entityId?: string;
  teamId?: string;
}

/** Keeps the search in step, in the same transaction as what it points at. */
export async function saveSearchEntries(tx: Tx, entries: readonly SearchEntry[]): Promise<void> {
  const rows = entries.map(({ kind, name, words, entityId, teamId }) => ({
    kind,
    name,
    body: words
      .filter((word) => word !== undefined && word !== "")
      .join("\n")
      .toLowerCase(),
    entity_id: entityId,
    team_id: teamId,
  }));
  await tx.$executeRaw`
    INSERT INTO search_entry (kind, name, body, entity_id, team_id)
    SELECT kind, name, body, entity_id, team_id
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (kind text, name text, body text, entity_id uuid, team_id uuid)
    ON CONFLICT (kind, name) DO UPDATE SET body = excluded.body, entity_id = excluded.entity_id, team_id = excluded.team_id`;
}
