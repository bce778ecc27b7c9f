import type { AccessReader } from "@fairlead/application";
import type { PrismaClient } from "../../generated/client.ts";
import { given } from "../json.ts";

export function accessReader(prisma: PrismaClient): AccessReader {
  return {
    sessions: (personId, now) =>
      prisma.session.findMany({
        where: { personId, expiresAt: { gt: now } },
        select: { id: true, createdAt: true, expiresAt: true },
        orderBy: { createdAt: "desc" },
      }),

    async apiTokens(personId) {
      const rows = await prisma.apiToken.findMany({ where: { personId }, orderBy: { createdAt: "desc" } });
      return rows.map(({ id, name, prefix, createdAt, expiresAt, lastUsedAt, revokedAt }) => ({
        id,
        name,
        prefix,
        createdAt,
        expiresAt,
        ...given("lastUsedAt", lastUsedAt),
        ...given("revokedAt", revokedAt),
      }));
    },
  };
}
