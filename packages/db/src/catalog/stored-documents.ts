import { identityOf, SOURCES, type StoredDocument } from "@fairlead/application";
import { documentName, type FairleadDocument } from "@fairlead/domain";
import * as z from "zod";
import { given } from "../json.ts";
import type { Tx } from "../prisma-transaction.ts";

const sourceSchema = z.enum(SOURCES);

interface Row {
  kind: string;
  name: string;
  document: unknown;
  owner: string | null;
  version: number | null;
  revision: number | null;
  source: string | null;
}

/** What the catalog has of some documents, in one question for all of them. */
export async function readStored(
  tx: Tx,
  documents: readonly FairleadDocument[],
): Promise<ReadonlyMap<string, StoredDocument>> {
  const kinds = documents.map(({ kind }) => kind);
  const names = documents.map(documentName);
  const rows = await tx.$queryRaw<Row[]>`
    WITH wanted AS (SELECT * FROM unnest(${kinds}::text[], ${names}::text[]) AS w (kind, name))
    SELECT e.kind, e.name, e.document, t.name AS owner, e.version, s.revision, s.source
      FROM wanted w JOIN entity e ON e.kind = w.kind AND e.name = w.name
      JOIN team t ON t.id = e.team_id LEFT JOIN service s ON s.entity_id = e.id
    UNION ALL SELECT w.kind, w.name, x.document, NULL, NULL, NULL, NULL FROM wanted w JOIN team x ON w.kind = 'Team' AND x.name = w.name
    UNION ALL SELECT w.kind, w.name, x.document, NULL, NULL, NULL, NULL FROM wanted w JOIN environment x ON w.kind = 'Environment' AND x.name = w.name
    UNION ALL SELECT w.kind, w.name, x.document, NULL, NULL, NULL, NULL FROM wanted w JOIN cluster x ON w.kind = 'Cluster' AND x.name = w.name
    UNION ALL SELECT w.kind, w.name, x.document, NULL, NULL, NULL, NULL FROM wanted w
      JOIN template_version x ON w.kind = 'Template' AND x.name || '@' || x.version = w.name`;
  const found = new Map(rows.map((row) => [`${row.kind} ${row.name}`, row]));
  return new Map(
    documents.map(identityOf).flatMap((identity) => {
      const row = found.get(identity);
      return row === undefined ? [] : [[identity, toStored(row)] as const];
    }),
  );
}

function toStored({ document, owner, version, revision, source }: Row): StoredDocument {
  return {
    content: document,
    ...given("owner", owner),
    ...given("version", version),
    ...(revision === null ? {} : { service: { revision, source: sourceSchema.parse(source) } }),
  };
}
