import type { AuditStore } from "@fairlead/application";
import { given, toJson } from "../json.ts";
import type { Tx } from "../prisma-transaction.ts";

export function auditStore(tx: Tx): AuditStore {
  return {
    async append(actor, record) {
      await tx.auditEvent.create({
        data: {
          actorName: actor.name,
          via: actor.via,
          action: record.action,
          subjectKind: record.subject.kind,
          subjectName: record.subject.name,
          details: toJson(record.details),
          ...(actor.personId === "" ? {} : { actorId: actor.personId }),
          ...given("team", record.team),
          ...given("environment", record.environment),
        },
      });
      await tx.$executeRaw`SELECT pg_notify('fairlead_changes', ${JSON.stringify({ kind: "service", id: record.subject.name })})`;
    },
  };
}
