import type { ExceptionReader } from "@fairlead/application";
import type { Prisma, PrismaClient } from "../../generated/client.ts";
import { given } from "../json.ts";
import { APPROVED, EXCEPTION, toException, UNDECIDED } from "./exception-row.ts";

const GROUPS = { undecided: UNDECIDED, approved: APPROVED, all: {} } as const satisfies Record<
  string,
  Prisma.ExceptionWhereInput
>;

export function exceptionReader(prisma: PrismaClient): ExceptionReader {
  const ofService = (name: string) => ({ service: { entity: { kind: "Service", name } } });
  return {
    async list({ group, service, untilAfter, before, limit }) {
      const rows = await prisma.exception.findMany({
        where: {
          ...GROUPS[group],
          ...(service === undefined ? {} : ofService(service)),
          ...(untilAfter === undefined ? {} : { until: { gt: untilAfter } }),
          ...(before === undefined ? {} : { number: { lt: before } }),
        },
        orderBy: { number: "desc" },
        take: limit,
        include: EXCEPTION,
      });
      return rows.map(toException);
    },

    async get(number) {
      const row = await prisma.exception.findUnique({ where: { number }, include: EXCEPTION });
      return row === null ? undefined : toException(row);
    },

    async approvedOf(service) {
      const where = { ...APPROVED, ...ofService(service) };
      const rows = await prisma.exception.findMany({ where, orderBy: { number: "desc" }, include: EXCEPTION });
      return rows.map(toException);
    },

    async approvedUntilAfter(moment) {
      const where = { ...APPROVED, until: { gt: moment } };
      const rows = await prisma.exception.findMany({ where, orderBy: { number: "desc" }, include: EXCEPTION });
      return rows.map(toException);
    },

    async places(service) {
      const rows = await prisma.destination.findMany({
        where: ofService(service),
        orderBy: [{ environmentRow: { sortOrder: "asc" } }, { cluster: "asc" }],
        include: {
          clusterRow: { select: { unreachableSince: true, lastContactAt: true } },
          namespaceException: { orderBy: { policy: "asc" } },
        },
      });
      const serving = await prisma.rendering.findMany({
        where: {
          OR: rows.flatMap(({ id, servingReleaseId }) =>
            servingReleaseId === null ? [] : [{ destinationId: id, releaseId: servingReleaseId }],
          ),
        },
        orderBy: { createdAt: "desc" },
        select: { destinationId: true, renderingException: { select: { exceptionNumber: true } } },
      });
      return rows.map((row) => ({
        environment: row.environment,
        cluster: row.cluster,
        namespace: row.namespace,
        honours: row.namespaceException.map(({ policy, since }) => ({ policy, since })),
        servingUnder:
          serving
            .find(({ destinationId }) => destinationId === row.id)
            ?.renderingException.map(({ exceptionNumber }) => exceptionNumber) ?? [],
        ...given("unreachableSince", row.clusterRow.unreachableSince),
        ...given("lastContactAt", row.clusterRow.lastContactAt),
      }));
    },
  };
}
