import { type DeliveryProgress, type DeliveryStore, type NewDeliveryEvent, readRendering } from "@fairlead/application";
import { AppError, isEnded } from "@fairlead/domain";
import type { Prisma } from "../../generated/client.ts";
import { clusterReference } from "../cluster/cluster-reference.ts";
import type { Database } from "../database.ts";
import { APPROVED, EXCEPTION, toException } from "../exception/exception-row.ts";
import { given, toJson } from "../json.ts";
import type { Tx } from "../prisma-transaction.ts";
import { deliveryStateSchema, preparationSchema } from "./delivery-reader.ts";

const INCLUDE = {
  release: { select: { number: true } },
  rendering: { include: { blobDigestRow: true, renderingException: true } },
  destination: { include: { clusterRow: true, service: { include: { entity: { select: { name: true } } } } } },
} satisfies Prisma.DeliveryInclude;

export function deliveryStore({ prisma }: Pick<Database, "prisma">): DeliveryStore {
  /** Changes the delivery if it is still carried out under the held number, and nothing otherwise. */
  const change = (
    id: string,
    held: bigint,
    data: Prisma.DeliveryUpdateManyMutationInput,
    more?: (tx: Tx) => Promise<void>,
  ) =>
    prisma.$transaction(async (tx) => {
      const { count } = await tx.delivery.updateMany({ where: { id, number: held, endedAt: null }, data });
      if (count === 0) return false;
      await more?.(tx);
      await notify(tx, "delivery", id);
      return true;
    });
  return {
    async find(id) {
      const row = await prisma.delivery.findUnique({ where: { id }, include: INCLUDE });
      if (row === null || row.endedAt !== null) return undefined;
      const rendering = readRendering(row.rendering.blobDigestRow.content);
      if (rendering === undefined) throw new AppError("internal", `The rendering of delivery ${id} could not be read.`);
      const { destination } = row;
      const service = destination.service.entity.name;
      const exceptions = await prisma.exception.findMany({
        where: { ...APPROVED, serviceId: destination.serviceId },
        include: EXCEPTION,
      });
      const preparation = preparationSchema.safeParse(destination.clusterRow.preparation);
      return {
        id,
        number: row.number,
        state: deliveryStateSchema.parse(row.state),
        reason: row.reason,
        attempt: row.attempt,
        ...given("startedAt", row.startedAt),
        service,
        environment: destination.environment,
        namespace: destination.namespace,
        release: `${service}-${row.release.number}`,
        kinds: destination.kinds,
        rendering,
        reliesOn: row.rendering.renderingException.map(({ exceptionNumber }) => exceptionNumber),
        exceptions: exceptions.map(toException),
        cluster: {
          ...clusterReference(destination.clusterRow),
          ...given("unreachableReason", destination.clusterRow.unreachableReason),
          ...given("preparation", preparation.success ? preparation.data.message : undefined),
        },
      };
    },

    begin: (id, held, number) => change(id, held, { state: "applying", reason: "", number, startedAt: new Date() }),

    advance: (id, held, progress) =>
      change(id, held, columnsOf(progress), async (tx) => {
        for (const event of progress.events ?? []) await addEvent(tx, id, event);
        if (isEnded(progress.state)) await endAt(tx, id, progress);
      }),

    rememberKinds: (id, held, kinds) =>
      change(id, held, {}, async (tx) => {
        await tx.destination.updateMany({ where: { delivery: { some: { id } } }, data: { kinds: [...kinds] } });
      }),
  };
}

function columnsOf({
  state,
  reason,
  replicas,
  failedAttempt,
}: DeliveryProgress): Prisma.DeliveryUpdateManyMutationInput {
  return {
    state,
    reason,
    ...(replicas === undefined ? {} : { readyReplicas: replicas.ready, wantedReplicas: replicas.wanted }),
    ...(failedAttempt ? { attempt: { increment: 1 } } : {}),
    ...(isEnded(state) ? { endedAt: new Date() } : {}),
  };
}

async function addEvent(tx: Tx, id: string, { tone, message, once, details = {} }: NewDeliveryEvent): Promise<void> {
  if (once !== undefined) {
    const said = await tx.deliveryEvent.findFirst({
      where: { deliveryId: id, details: { path: ["once"], equals: once } },
      select: { id: true },
    });
    if (said !== null) return;
  }
  await tx.deliveryEvent.create({
    data: { deliveryId: id, tone, message, details: toJson({ ...details, ...given("once", once) }) },
  });
}

/** What the place is like after a delivery: what it serves, where it succeeded. */
async function endAt(
  tx: Tx,
  id: string,
  { state, replicas = { ready: 0, wanted: 0 } }: DeliveryProgress,
): Promise<void> {
  const { releaseId, destination } = await tx.delivery.findUniqueOrThrow({
    where: { id },
    select: { releaseId: true, destination: { include: { service: { include: { entity: true } } } } },
  });
  if (state === "succeeded") {
    const data = {
      servingReleaseId: releaseId,
      sync: "Synced",
      health: "Healthy",
      healthReason: "",
      readyReplicas: replicas.ready,
      wantedReplicas: replicas.wanted,
      observedAt: new Date(),
      ...(destination.health === "Healthy" ? {} : { healthSince: new Date() }),
    };
    await tx.destination.update({ where: { id: destination.id }, data });
  }
  await notify(tx, "service", destination.service.entity.name);
}

async function notify(tx: Tx, kind: "delivery" | "service", id: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify('fairlead_changes', ${JSON.stringify({ kind, id })})`;
}
