import type { AuditRecord, AuditStore, LiveChange } from "@fairlead/application";
import type { Actor } from "@fairlead/domain";
import { given, toJson } from "../json.ts";
import type { Tx } from "../prisma-transaction.ts";

export function auditStore(tx: Tx): AuditStore {
  return {
    async append(actor, records) {
      await tx.auditEvent.createMany({ data: records.map((record) => toRow(actor, record)) });
      // Postgres delivers them when the transaction ends, equal ones once.
      const changes = records.map((record) => JSON.stringify(changeOf(record)));
      await tx.$executeRaw`SELECT pg_notify('fairlead_changes', change) FROM unnest(${changes}::text[]) AS change`;
    },
  };
}

function toRow(actor: Actor, record: AuditRecord) {
  return {
    actorName: actor.name,
    via: actor.via,
    action: record.action,
    subjectKind: record.subject.kind,
    subjectName: record.subject.name,
    details: toJson(record.details),
    ...(actor.personId === "" ? {} : { actorId: actor.personId }),
    ...given("team", record.team),
    ...given("environment", record.environment),
  };
}

function changeOf({ subject }: AuditRecord): LiveChange {
  switch (subject.kind) {
    case "Service":
      return { kind: "service", id: subject.name };
    case "Cluster":
      return { kind: "cluster", id: subject.name };
    default:
      return { kind: "catalog", id: `${subject.kind} ${subject.name}` };
  }
}
