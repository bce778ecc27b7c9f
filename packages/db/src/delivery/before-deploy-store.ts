import type { BeforeDeployStore, StepTurn } from "@fairlead/application";
import type { Prisma } from "../../generated/client.ts";
import type { Database } from "../database.ts";
import type { Tx } from "../prisma-transaction.ts";

/** For the cluster to notice that a step is out of time. */
const SLACK_MS = 60_000;

const OF_DELIVERY = {
  releaseId: true,
  destinationId: true,
  createdAt: true,
  destination: { select: { environment: true, serviceId: true } },
} satisfies Prisma.DeliverySelect;
type Of = Prisma.DeliveryGetPayload<{ select: typeof OF_DELIVERY }>;

const STEP = {
  destination: { select: { cluster: true } },
  release: { select: { number: true, service: { select: { entity: { select: { name: true } } } } } },
} satisfies Prisma.BeforeDeployInclude;

export function beforeDeployStore({ prisma }: Pick<Database, "prisma">): BeforeDeployStore {
  return {
    takeTurn: (delivery, withinSeconds) =>
      prisma.$transaction(async (tx) => {
        const of = await tx.delivery.findUniqueOrThrow({ where: { id: delivery }, select: OF_DELIVERY });
        const { environment, serviceId } = of.destination;
        // One at a time for a service in an environment: two deliveries must not both find that nobody has begun.
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`before_deploy ${serviceId} ${environment}`}, 0))`;
        return turnOf(tx, of, new Date(Date.now() + withinSeconds * 1000 + SLACK_MS));
      }),

    async settle(step, end) {
      const where = { ...step, state: "running" };
      await prisma.beforeDeploy.updateMany({ where, data: { reason: "", ...end, endedAt: new Date() } });
    },
  };
}

async function turnOf(tx: Tx, of: Of, until: Date): Promise<StepTurn> {
  const { releaseId, destinationId } = of;
  const { environment, serviceId } = of.destination;
  const key = { releaseId_environment: { releaseId, environment } };
  const step = await tx.beforeDeploy.findUnique({ where: key, include: STEP });
  if (step?.state === "succeeded") return { state: "succeeded" };
  if (step?.state === "running") {
    return step.destinationId === destinationId
      ? { state: "mine", step: { releaseId, environment, attempt: step.attempt } }
      : { state: "elsewhere", cluster: step.destination.cluster };
  }
  // A deploy that was asked for after it failed tries again; those of the same deploy do not.
  if (step?.endedAt && of.createdAt < step.endedAt) {
    return { state: "failed", reason: step.reason, cluster: step.destination.cluster };
  }
  const other = await tx.beforeDeploy.findFirst({
    where: { environment, state: "running", until: { gt: new Date() }, release: { serviceId }, NOT: { releaseId } },
    include: STEP,
  });
  if (other !== null) {
    const { release, destination } = other;
    const name = `${release.service.entity.name}-${release.number}`;
    const running = { releaseId: other.releaseId, environment, attempt: other.attempt };
    const isHere = other.destinationId === destinationId;
    return { state: "busy", step: running, release: name, cluster: destination.cluster, isHere, until: other.until };
  }
  const attempt = (step?.attempt ?? 0) + 1;
  const begun = { destinationId, state: "running", reason: "", attempt, startedAt: new Date(), until, endedAt: null };
  await tx.beforeDeploy.upsert({ where: key, create: { releaseId, environment, ...begun }, update: begun });
  return { state: "mine", step: { releaseId, environment, attempt } };
}
