import type { ReleaseView, RevisionView, ServiceReader, StoredRendering } from "@fairlead/application";
import { serviceSchema } from "@fairlead/domain";
import { Prisma, type Release } from "../../generated/client.ts";
import type { Database } from "../database.ts";
import { given } from "../json.ts";
import { listServices } from "./list-services.ts";
import { readService } from "./read-service.ts";

const AUTHOR = { author: { select: { name: true } } } satisfies Prisma.ServiceRevisionInclude;
const DEPLOYED = {
  destination: true,
  release: true,
  rendering: { include: { blobDigestRow: true } },
} satisfies Prisma.DeliveryInclude;
/** A delivery that its cluster accepted has said so, with every object. */
const BROUGHT = {
  startedAt: { not: null },
  OR: [
    { state: { not: "failed" } },
    { deliveryEvent: { some: { details: { path: ["objects"], not: Prisma.AnyNull } } } },
  ],
} satisfies Prisma.DeliveryWhereInput;
type RevisionRow = Prisma.ServiceRevisionGetPayload<{ include: typeof AUTHOR }>;

export function serviceReader({ prisma, pool }: Pick<Database, "prisma" | "pool">): ServiceReader {
  const ofService = (name: string) => ({ service: { entity: { kind: "Service", name } } });
  const newest = async (
    { service, environment, cluster }: { service: string; environment: string; cluster?: string },
    among: Prisma.DeliveryWhereInput = {},
  ): Promise<StoredRendering | undefined> => {
    const row = await prisma.delivery.findFirst({
      where: { ...among, destination: { environment, ...ofService(service), ...given("cluster", cluster) } },
      orderBy: [{ createdAt: "desc" }, { destination: { cluster: "asc" } }],
      include: DEPLOYED,
    });
    return row === null ? undefined : toStoredRendering(row);
  };
  return {
    list: (query) => listServices(pool, query),
    get: (name) => readService(prisma, name),

    async releases(name, limit) {
      const rows = await prisma.release.findMany({ where: ofService(name), orderBy: { number: "desc" }, take: limit });
      return rows.map(toRelease);
    },

    async revisions(name, limit) {
      const rows = await prisma.serviceRevision.findMany({
        where: ofService(name),
        orderBy: { number: "desc" },
        take: limit,
        include: AUTHOR,
      });
      return rows.map(toRevision);
    },

    async revision(name, number) {
      const row = await prisma.serviceRevision.findFirst({ where: { ...ofService(name), number }, include: AUTHOR });
      return row === null ? undefined : toRevision(row);
    },

    rendering: (place) => newest(place),
    async placesWith(kind, services) {
      const rows = await prisma.destination.findMany({
        where: { kinds: { has: kind }, service: { entity: { kind: "Service", name: { in: [...services] } } } },
        select: { environment: true, cluster: true, service: { select: { entity: { select: { name: true } } } } },
      });
      return rows.map(({ service, ...place }) => ({ ...place, service: service.entity.name }));
    },
    brought: (place) => newest(place, BROUGHT),
  };
}

function toStoredRendering({
  destination: { cluster, namespace },
  release,
  rendering,
}: Prisma.DeliveryGetPayload<{ include: typeof DEPLOYED }>): StoredRendering {
  return {
    cluster,
    namespace,
    release: release.number,
    revision: release.revision,
    template: `${release.templateName}@${release.templateVersion}`,
    image: pinned(release),
    content: rendering.blobDigestRow.content,
  };
}

function toRelease(row: Release): ReleaseView {
  return {
    number: row.number,
    revision: row.revision,
    template: `${row.templateName}@${row.templateVersion}`,
    image: row.image,
    digestReason: row.digestReason,
    by: row.actorName,
    at: row.createdAt,
    ...given("digest", row.digest),
    ...given("commit", row.commitSha),
  };
}

function toRevision(row: RevisionRow): RevisionView {
  return {
    number: row.number,
    reason: row.reason,
    at: row.createdAt,
    document: serviceSchema.parse(row.document),
    ...given("author", row.author?.name),
  };
}

/** With the digest that was deployed. */
function pinned({ image, digest }: Pick<Release, "image" | "digest">): string {
  return digest === null || image.includes("@") ? image : `${image}@${digest}`;
}
