import type { ReleaseView, RevisionView, ServiceReader } from "@fairlead/application";
import { serviceSchema } from "@fairlead/domain";
import type { Prisma, Release } from "../../generated/client.ts";
import type { Database } from "../database.ts";
import { given } from "../json.ts";
import { listServices } from "./list-services.ts";
import { readService } from "./read-service.ts";

const AUTHOR = { author: { select: { name: true } } } satisfies Prisma.ServiceRevisionInclude;
type RevisionRow = Prisma.ServiceRevisionGetPayload<{ include: typeof AUTHOR }>;

export function serviceReader({ prisma, pool }: Pick<Database, "prisma" | "pool">): ServiceReader {
  const ofService = (name: string) => ({ service: { entity: { kind: "Service", name } } });
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

    async rendering({ service, environment, cluster }) {
      const row = await prisma.delivery.findFirst({
        where: { destination: { environment, ...ofService(service), ...given("cluster", cluster) } },
        orderBy: [{ createdAt: "desc" }, { destination: { cluster: "asc" } }],
        include: {
          destination: true,
          release: true,
          rendering: { include: { blobDigestRow: true } },
        },
      });
      if (row === null) return undefined;
      return {
        cluster: row.destination.cluster,
        namespace: row.destination.namespace,
        release: row.release.number,
        revision: row.release.revision,
        template: `${row.release.templateName}@${row.release.templateVersion}`,
        image: pinned(row.release),
        content: row.rendering.blobDigestRow.content,
      };
    },
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
