import type { ActivityReader } from "@fairlead/application";
import * as z from "zod";
import type { PrismaClient } from "../../generated/client.ts";
import { given } from "../json.ts";

const detailsSchema = z.looseObject({ summary: z.string() });

export function activityReader(prisma: PrismaClient): ActivityReader {
  return {
    async list({ subject, before, limit }) {
      const rows = await prisma.auditEvent.findMany({
        where: {
          ...(subject === undefined ? {} : { subjectKind: subject.kind, subjectName: subject.name }),
          ...(before === undefined || !/^\d{1,18}$/.test(before) ? {} : { id: { lt: BigInt(before) } }),
        },
        orderBy: { id: "desc" },
        take: limit,
      });
      return rows.map((row) => ({
        id: String(row.id),
        at: row.at,
        by: row.actorName,
        action: row.action,
        subject: { kind: row.subjectKind, name: row.subjectName },
        summary: detailsSchema.parse(row.details).summary,
        ...given("team", row.team),
        ...given("environment", row.environment),
      }));
    },
  };
}
