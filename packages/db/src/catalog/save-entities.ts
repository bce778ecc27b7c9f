import type { ResourceDocument, ServiceDocument, SystemDocument } from "@fairlead/domain";
import type { Tx } from "../prisma-transaction.ts";
import { saveSearchEntries } from "./search-entry.ts";

export interface EntityChange {
  document: ServiceDocument | ResourceDocument | SystemDocument;
  /** Further words under which it is found: hosts, images. */
  words: readonly string[];
}

/**
 * Writes what services, resources and systems share (owner, standing, search), all of one kind at once: the number of
 * questions does not grow with the number of documents. Gives the ids by name.
 */
export async function saveEntities(tx: Tx, changes: readonly EntityChange[]): Promise<Map<string, string>> {
  if (changes.length === 0) return new Map();
  const rows = changes.map(({ document }) => toRow(document));
  const saved = await tx.$queryRaw<{ id: string; name: string }[]>`
    INSERT INTO entity (kind, name, title, description, team_id, system_id, tier, lifecycle, links, contacts, document)
    SELECT r.kind, r.name, r.title, r.description, t.id, s.id, r.tier, r.lifecycle, r.links, r.contacts, r.document
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (
      kind text, name text, title text, description text, owner text, system text, tier int, lifecycle text,
      links jsonb, contacts jsonb, document jsonb)
    JOIN team t ON t.name = r.owner
    LEFT JOIN entity s ON s.kind = 'System' AND s.name = r.system
    ON CONFLICT (kind, name) DO UPDATE SET
      title = excluded.title, description = excluded.description, team_id = excluded.team_id,
      system_id = excluded.system_id, tier = excluded.tier, lifecycle = excluded.lifecycle, links = excluded.links,
      contacts = excluded.contacts, document = excluded.document, version = entity.version + 1, updated_at = now()
    RETURNING id, name`;
  const ids = new Map(saved.map(({ id, name }) => [name, id]));
  await handOver(tx, [...ids.values()]);
  await saveSearchEntries(
    tx,
    changes.map(({ document: { kind, metadata, spec }, words }) => ({
      kind,
      name: metadata.name,
      words: [metadata.name, metadata.title, metadata.description, spec.owner, ...words],
      entityId: idOf(ids, metadata.name),
    })),
  );
  return ids;
}

/** The id of something that was just saved. */
export function idOf(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  // The owner was there when references were checked, under the lock; so this is a mistake of ours.
  if (id === undefined) throw new Error(`${name} was not saved: its owner is missing`);
  return id;
}

function toRow({ kind, metadata, spec, ...document }: EntityChange["document"]) {
  return {
    kind,
    name: metadata.name,
    title: metadata.title ?? metadata.name,
    description: metadata.description ?? "",
    owner: spec.owner,
    system: "system" in spec ? spec.system : undefined,
    tier: "tier" in spec ? spec.tier : undefined,
    lifecycle: "lifecycle" in spec ? spec.lifecycle : undefined,
    links: metadata.links ?? [],
    contacts: "contacts" in spec ? spec.contacts : [],
    document: { ...document, kind, metadata, spec },
  };
}

/** Where the owner is another one now, the present ownership ends and the next begins, at the same moment. */
async function handOver(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE ownership o SET valid_to = now() FROM entity e
    WHERE e.id = o.entity_id AND e.id = ANY (${ids}::uuid[]) AND o.valid_to IS NULL AND o.team_id <> e.team_id`;
  await tx.$executeRaw`
    INSERT INTO ownership (entity_id, team_id, valid_from) SELECT e.id, e.team_id, now() FROM entity e
    WHERE e.id = ANY (${ids}::uuid[])
      AND NOT EXISTS (SELECT FROM ownership o WHERE o.entity_id = e.id AND o.valid_to IS NULL)`;
}
