import type { Contact, Link, ResourceDocument, ServiceDocument, SystemDocument } from "@fairlead/domain";
import { toJson } from "../json.ts";
import type { Tx } from "../prisma-transaction.ts";
import { saveSearchEntry } from "./search-entry.ts";

type EntityDocument = ServiceDocument | ResourceDocument | SystemDocument;

interface Fields {
  title: string;
  description: string;
  teamId: string;
  systemId: string | null;
  tier: number | null;
  lifecycle: string | null;
  links: readonly Link[];
  contacts: readonly Contact[];
}

/** Writes what services, resources and systems share: owner, standing, search. Gives the id. */
export async function saveEntity(tx: Tx, document: EntityDocument, words: readonly string[]): Promise<string> {
  const { kind, metadata } = document;
  const fields = await fieldsOf(tx, document);
  const columns = {
    ...fields,
    links: toJson(fields.links),
    contacts: toJson(fields.contacts),
    document: toJson(document),
  };
  const where = { kind_name: { kind, name: metadata.name } };
  const before = await tx.entity.findUnique({ where, select: { id: true, teamId: true } });
  const { id } =
    before === null
      ? await tx.entity.create({ data: { kind, name: metadata.name, ...columns }, select: { id: true } })
      : await tx.entity.update({
          where,
          data: { ...columns, version: { increment: 1 }, updatedAt: new Date() },
          select: { id: true },
        });
  if (before?.teamId !== fields.teamId) await handOver(tx, id, fields.teamId);
  await saveSearchEntry(tx, {
    kind,
    name: metadata.name,
    words: [metadata.name, metadata.title, metadata.description, document.spec.owner, ...words],
    entityId: id,
  });
  return id;
}

async function fieldsOf(tx: Tx, { metadata, spec }: EntityDocument): Promise<Fields> {
  const team = await tx.team.findUniqueOrThrow({ where: { name: spec.owner }, select: { id: true } });
  const system =
    "system" in spec && spec.system !== undefined
      ? await tx.entity.findUnique({
          where: { kind_name: { kind: "System", name: spec.system } },
          select: { id: true },
        })
      : null;
  return {
    title: metadata.title ?? metadata.name,
    description: metadata.description ?? "",
    teamId: team.id,
    systemId: system?.id ?? null,
    tier: ("tier" in spec ? spec.tier : undefined) ?? null,
    lifecycle: ("lifecycle" in spec ? spec.lifecycle : undefined) ?? null,
    links: metadata.links ?? [],
    contacts: ("contacts" in spec ? spec.contacts : undefined) ?? [],
  };
}

/** Ends the present ownership and begins the next at the same moment, the transaction's. */
async function handOver(tx: Tx, entityId: string, teamId: string): Promise<void> {
  await tx.$executeRaw`UPDATE ownership SET valid_to = now() WHERE entity_id = ${entityId}::uuid AND valid_to IS NULL`;
  await tx.$executeRaw`INSERT INTO ownership (entity_id, team_id, valid_from) VALUES (${entityId}::uuid, ${teamId}::uuid, now())`;
}
