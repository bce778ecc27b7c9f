import { type DeliveryReader, type DeliveryView, EVENT_TONES, STEP_STATES } from "@fairlead/application";
import { DELIVERY_STATES } from "@fairlead/domain";
import * as z from "zod";
import type { Prisma, PrismaClient } from "../../generated/client.ts";
import { given } from "../json.ts";

export const deliveryStateSchema = z.enum(DELIVERY_STATES);
export const preparationSchema = z.object({ message: z.string() });

const INCLUDE = {
  release: { include: { beforeDeploy: { include: { destination: { select: { cluster: true } } } } } },
  destination: { include: { clusterRow: true, service: { include: { entity: { select: { name: true } } } } } },
} satisfies Prisma.DeliveryInclude;

type Row = Prisma.DeliveryGetPayload<{ include: typeof INCLUDE }>;

export function deliveryReader(prisma: PrismaClient): DeliveryReader {
  return {
    async get(id) {
      const row = await prisma.delivery.findUnique({ where: { id }, include: INCLUDE });
      return row === null ? undefined : toView(row);
    },

    async siblings(id) {
      const row = await prisma.delivery.findUniqueOrThrow({
        where: { id },
        select: { releaseId: true, destination: { select: { environment: true } } },
      });
      const rows = await prisma.delivery.findMany({
        where: { releaseId: row.releaseId, destination: { environment: row.destination.environment } },
        include: INCLUDE,
        orderBy: { destination: { cluster: "asc" } },
      });
      return rows.map(toView);
    },

    async events(id, after, limit) {
      const rows = await prisma.deliveryEvent.findMany({
        where: { deliveryId: id, ...(after === undefined ? {} : { id: { gt: BigInt(after) } }) },
        orderBy: { id: "asc" },
        take: limit,
      });
      return rows.map((row) => ({
        id: String(row.id),
        at: row.at,
        tone: z.enum(EVENT_TONES).parse(row.tone),
        message: row.message,
        details: z.record(z.string(), z.unknown()).parse(row.details),
      }));
    },

    async ofService(service, limit) {
      const rows = await prisma.delivery.findMany({
        where: { destination: { service: { entity: { kind: "Service", name: service } } } },
        include: INCLUDE,
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: limit,
      });
      return rows.map(toView);
    },

    async pods(id) {
      const { destination } = await prisma.delivery.findUniqueOrThrow({
        where: { id },
        select: { destination: { select: { cluster: true, namespace: true } } },
      });
      const rows = await prisma.observedObject.findMany({
        where: { ...destination, kind: "Pod", goneAt: null },
        orderBy: { name: "asc" },
        take: 200,
      });
      return rows.map(({ name, health, reason }) => ({ name, health, reason }));
    },
  };
}

function toView({ destination, release, ...row }: Row): DeliveryView {
  const step = release.beforeDeploy.find(({ environment }) => environment === destination.environment);
  const preparation = preparationSchema.safeParse(destination.clusterRow.preparation);
  return {
    id: row.id,
    service: destination.service.entity.name,
    environment: destination.environment,
    cluster: destination.cluster,
    namespace: destination.namespace,
    release: release.number,
    image: release.image,
    state: deliveryStateSchema.parse(row.state),
    reason: row.reason,
    readyReplicas: row.readyReplicas,
    wantedReplicas: row.wantedReplicas,
    by: row.requestedByName,
    createdAt: row.createdAt,
    simulated: destination.clusterRow.simulated,
    ...(step === undefined ? {} : { beforeDeploy: toStep(step) }),
    ...given("startedAt", row.startedAt),
    ...given("endedAt", row.endedAt),
    ...given("clusterUnreachableSince", destination.clusterRow.unreachableSince),
    ...given("clusterPreparation", preparation.success ? preparation.data.message : undefined),
  };
}

function toStep({ state, destination, startedAt, endedAt }: Row["release"]["beforeDeploy"][number]) {
  return {
    state: z.enum(STEP_STATES).parse(state),
    cluster: destination.cluster,
    startedAt,
    ...given("endedAt", endedAt),
  };
}
