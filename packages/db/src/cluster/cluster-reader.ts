import type { ClusterReader } from "@fairlead/application";
import { clusterSchema } from "@fairlead/domain";
import * as z from "zod";
import type { PrismaClient } from "../../generated/client.ts";
import { given } from "../json.ts";
import { profileOf } from "./profile-of.ts";

const preparationSchema = z.object({ step: z.string(), percent: z.number(), message: z.string() });

export function clusterReader(prisma: PrismaClient): ClusterReader {
  return {
    async list() {
      const rows = await prisma.cluster.findMany({
        orderBy: { name: "asc" },
        include: {
          placement: { orderBy: { environmentRow: { sortOrder: "asc" } } },
          _count: { select: { destination: true } },
        },
      });
      const offerOf = (row: (typeof rows)[number]) => {
        const found = profileOf(row);
        return found === undefined || row.profileAt === null ? undefined : { ...found, at: row.profileAt };
      };
      return rows.map((row) => ({
        name: row.name,
        title: row.title,
        environments: row.placement.map(({ environment }) => environment),
        simulated: row.simulated,
        services: row._count.destination,
        ...given("region", clusterSchema.parse(row.document).spec.region),
        ...given("kubernetesVersion", row.kubernetesVersion),
        ...given("lastContactAt", row.lastContactAt),
        ...given("unreachableSince", row.unreachableSince),
        ...given("unreachableReason", row.unreachableReason),
        ...given("offer", offerOf(row)),
        ...given("preparation", row.preparation === null ? undefined : preparationSchema.parse(row.preparation)),
      }));
    },
  };
}
