import type { NewDelivery, ReleaseStore } from "@fairlead/application";
import { AppError } from "@fairlead/domain";
import { given, toJson } from "../json.ts";
import type { Tx } from "../prisma-transaction.ts";

export function releaseStore(tx: Tx): ReleaseStore {
  const idOf = async (service: string) => {
    const row = await tx.entity.findUnique({
      where: { kind_name: { kind: "Service", name: service } },
      select: { id: true },
    });
    if (row === null) throw new AppError("not-found", `There is no service named ${service}.`);
    return row.id;
  };
  return {
    async lockService(service) {
      const [row] = await tx.$queryRaw<{ revision: number }[]>`
        SELECT revision FROM service WHERE entity_id = ${await idOf(service)}::uuid FOR UPDATE`;
      if (row === undefined) throw new AppError("not-found", `There is no service named ${service}.`);
      return row;
    },

    async createRelease(release, by) {
      const serviceId = await idOf(release.service);
      await tx.$executeRaw`
        INSERT INTO policy_set (digest, documents) VALUES (${release.policySet.digest}, ${JSON.stringify(release.policySet.documents)}::jsonb)
        ON CONFLICT (digest) DO NOTHING`;
      const { _max } = await tx.release.aggregate({ where: { serviceId }, _max: { number: true } });
      const row = await tx.release.create({
        data: {
          serviceId,
          number: (_max.number ?? 0) + 1,
          revision: release.revision,
          templateName: release.template.name,
          templateVersion: release.template.version,
          image: release.image,
          digestReason: release.digestReason,
          policySet: release.policySet.digest,
          actorName: by.name,
          ...given("digest", release.digest),
          ...given("commitSha", release.commit),
          ...(by.personId === "" ? {} : { actorId: by.personId }),
        },
      });
      return { id: row.id, number: row.number, at: row.createdAt };
    },

    async createDelivery(delivery, by) {
      const serviceId = await idOf(delivery.service);
      const { environment, cluster, namespace } = delivery;
      await refuseTakenNamespace(tx, serviceId, delivery);
      const destination = await tx.destination.upsert({
        where: { serviceId_environment_cluster: { serviceId, environment, cluster } },
        create: { serviceId, environment, cluster, namespace },
        update: {},
      });
      if (destination.namespace !== namespace) {
        throw new AppError(
          "conflict",
          `${delivery.service} lives in the namespace ${destination.namespace} on ${cluster}, not in ${namespace}. Try again.`,
        );
      }
      await tx.$executeRaw`
        INSERT INTO blob (digest, content) VALUES (${delivery.blob.digest}, ${JSON.stringify(delivery.blob.content)}::jsonb)
        ON CONFLICT (digest) DO NOTHING`;
      const rendering = await tx.rendering.create({
        data: {
          releaseId: delivery.releaseId,
          destinationId: destination.id,
          inputDigest: delivery.inputDigest,
          blobDigest: delivery.blob.digest,
        },
        select: { id: true },
      });
      await tx.renderingException.createMany({
        data: delivery.exceptions.map((exceptionNumber) => ({ renderingId: rendering.id, exceptionNumber })),
      });
      await supersede(tx, destination.id);
      const { _max } = await tx.delivery.aggregate({
        where: { destinationId: destination.id },
        _max: { number: true },
      });
      const row = await tx.delivery.create({
        data: {
          destinationId: destination.id,
          releaseId: delivery.releaseId,
          renderingId: rendering.id,
          number: (_max.number ?? 0n) + 1n,
          requestedByName: by.name,
          ...(by.personId === "" ? {} : { requestedBy: by.personId }),
        },
        select: { id: true },
      });
      await tx.deliveryEvent.create({
        data: { deliveryId: row.id, tone: "quiet", message: `Asked for by ${by.name}`, details: toJson({}) },
      });
      await tx.$executeRaw`
        INSERT INTO job (queue, key) VALUES ('deliver', ${row.id})
        ON CONFLICT (queue, key) DO UPDATE SET version = job.version + 1, run_at = now()`;
      await tx.$executeRaw`SELECT pg_notify('fairlead_jobs', 'deliver')`;
      await tx.$executeRaw`SELECT pg_notify('fairlead_changes', ${JSON.stringify({ kind: "delivery", id: row.id })})`;
      return { id: row.id };
    },
  };
}

/** Two services never share a namespace, also where patterns or a cluster's second environment would have them meet. */
async function refuseTakenNamespace(
  tx: Tx,
  serviceId: string,
  { service, environment, cluster, namespace }: NewDelivery,
): Promise<void> {
  const taken = await tx.destination.findFirst({
    where: { cluster, namespace, NOT: { serviceId, environment } },
    select: { environment: true, service: { select: { entity: { select: { name: true } } } } },
  });
  if (taken === null) return;
  throw new AppError(
    "conflict",
    `The namespace ${namespace} on ${cluster} holds ${taken.service.entity.name} in ${taken.environment} already, so ${service} can't go there. Give ${environment} a namespace pattern that tells them apart.`,
  );
}

/** What is under way there ends: the newer one carries everything that it would have brought. */
async function supersede(tx: Tx, destinationId: string): Promise<void> {
  const current = await tx.delivery.findMany({ where: { destinationId, endedAt: null }, select: { id: true } });
  for (const { id } of current) {
    await tx.delivery.update({
      where: { id },
      data: {
        state: "superseded",
        reason: "A newer delivery took its place.",
        endedAt: new Date(),
        leaseHolder: null,
        leaseUntil: null,
      },
    });
    await tx.deliveryEvent.create({
      data: { deliveryId: id, tone: "quiet", message: "A newer delivery took its place", details: toJson({}) },
    });
  }
}
