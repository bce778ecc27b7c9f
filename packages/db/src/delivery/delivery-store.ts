import { type DeliveryProgress, type DeliveryStore, readRendering } from "@fairlead/application";
import { AppError } from "@fairlead/domain";
import type { Prisma } from "../../generated/client.ts";
import type { Database } from "../database.ts";
import { given, toJson } from "../json.ts";
import { deliveryStateSchema } from "./delivery-reader.ts";

export function deliveryStore({ prisma }: Pick<Database, "prisma">): DeliveryStore {
  const notify = (tx: Prisma.TransactionClient, id: string) =>
    tx.$executeRaw`SELECT pg_notify('fairlead_changes', ${JSON.stringify({ kind: "delivery", id })})`;
  return {
    async find(id) {
      const row = await prisma.delivery.findUnique({
        where: { id },
        include: {
          release: { select: { number: true } },
          rendering: { include: { blobDigestRow: true } },
          destination: { include: { service: { include: { entity: { select: { name: true } } } } } },
        },
      });
      if (row === null || row.endedAt !== null) return undefined;
      const rendering = readRendering(row.rendering.blobDigestRow.content);
      if (rendering === undefined) throw new AppError("internal", `The rendering of delivery ${id} could not be read.`);
      const service = row.destination.service.entity.name;
      return {
        id,
        destinationId: row.destinationId,
        service,
        environment: row.destination.environment,
        cluster: row.destination.cluster,
        namespace: row.destination.namespace,
        release: `${service}-${row.release.number}`,
        releaseId: row.releaseId,
        number: row.number,
        state: deliveryStateSchema.parse(row.state),
        attempt: row.attempt,
        createdAt: row.createdAt,
        kinds: row.destination.kinds,
        rendering,
      };
    },

    async advance(id, progress, events = []) {
      return prisma.$transaction(async (tx) => {
        const { count } = await tx.delivery.updateMany({ where: { id, endedAt: null }, data: columnsOf(progress) });
        if (count === 0) return false;
        for (const { tone, message, details = {} } of events) {
          await tx.deliveryEvent.create({ data: { deliveryId: id, tone, message, details: toJson(details) } });
        }
        if (progress.ready !== undefined && progress.wanted !== undefined) {
          const { destinationId } = await tx.delivery.findUniqueOrThrow({
            where: { id },
            select: { destinationId: true },
          });
          await tx.destination.update({
            where: { id: destinationId },
            data: { readyReplicas: progress.ready, wantedReplicas: progress.wanted },
          });
        }
        await notify(tx, id);
        return true;
      });
    },

    async succeed(task, { kinds, sighting, event }) {
      await prisma.$transaction(async (tx) => {
        const ended = {
          state: "succeeded",
          reason: "",
          endedAt: new Date(),
          readyReplicas: sighting.ready,
          wantedReplicas: sighting.wanted,
        };
        const { count } = await tx.delivery.updateMany({ where: { id: task.id, endedAt: null }, data: ended });
        if (count === 0) return;
        await tx.deliveryEvent.create({
          data: { deliveryId: task.id, tone: event.tone, message: event.message, details: toJson({}) },
        });
        await tx.destination.update({
          where: { id: task.destinationId },
          data: {
            kinds: [...kinds],
            servingReleaseId: task.releaseId,
            sync: "Synced",
            health: sighting.health,
            healthReason: sighting.reason,
            healthSince: new Date(),
            readyReplicas: sighting.ready,
            wantedReplicas: sighting.wanted,
            observedAt: new Date(),
          },
        });
        await notify(tx, task.id);
      });
    },

    async rememberKinds(destinationId, kinds) {
      await prisma.destination.update({ where: { id: destinationId }, data: { kinds: [...kinds] } });
    },
  };
}

function columnsOf({ state, reason, ready, wanted, number }: DeliveryProgress): Prisma.DeliveryUpdateManyMutationInput {
  return {
    attempt: { increment: 1 },
    ...given("state", state),
    ...given("reason", reason),
    ...given("number", number),
    ...given("readyReplicas", ready),
    ...given("wantedReplicas", wanted),
    ...(state === "applying" ? { startedAt: new Date() } : {}),
    ...(state === "failed" ? { endedAt: new Date() } : {}),
  };
}
