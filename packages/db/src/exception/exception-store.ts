import type { ExceptionStore } from "@fairlead/application";
import { AppError } from "@fairlead/domain";
import { toJson } from "../json.ts";
import type { Tx } from "../prisma-transaction.ts";
import { APPROVED, EXCEPTION, toException, UNDECIDED } from "./exception-row.ts";

export function exceptionStore(tx: Tx): ExceptionStore {
  return {
    async add({ service, environments, subject, reason, control, requested, until }) {
      const entity = await tx.entity.findUnique({
        where: { kind_name: { kind: "Service", name: service } },
        select: { id: true },
      });
      if (entity === null) throw new AppError("not-found", `There is no service named ${service}.`);
      return tx.exception.create({
        data: {
          serviceId: entity.id,
          environments: [...environments],
          subject: toJson(subject),
          reason,
          control,
          until,
          requestedBy: requested.personId,
          requestedAt: requested.at,
        },
        select: { number: true },
      });
    },

    async lock(number) {
      await tx.$queryRaw`SELECT number FROM exception WHERE number = ${number} FOR UPDATE`;
      const row = await tx.exception.findUnique({ where: { number }, include: EXCEPTION });
      return row === null ? undefined : toException(row);
    },

    async openOf(service, now) {
      const rows = await tx.exception.findMany({
        where: {
          service: { entity: { kind: "Service", name: service } },
          until: { gt: now },
          OR: [APPROVED, UNDECIDED],
        },
        include: EXCEPTION,
      });
      return rows.map(toException);
    },

    async addStep(number, { kind, personId, at, reason }) {
      const { requestedBy } = await tx.exception.findUniqueOrThrow({
        where: { number },
        select: { requestedBy: true },
      });
      await tx.exceptionDecision.create({
        data: { exceptionNumber: number, requestedBy, kind, decidedBy: personId, decidedAt: at, reason },
      });
      await tx.$executeRaw`SELECT pg_notify('fairlead_jobs', 'exceptions')`;
    },
  };
}
