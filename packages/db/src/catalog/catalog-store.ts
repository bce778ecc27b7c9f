import type { CatalogStore } from "@fairlead/application";
import { toJson } from "../json.ts";
import type { Tx } from "../prisma-transaction.ts";
import { readNames } from "./catalog-names.ts";
import { declaredDependencies, declaredHosts } from "./declared.ts";
import { saveEntity } from "./entity.ts";
import { saveSearchEntry } from "./search-entry.ts";
import { readStored } from "./stored-documents.ts";

/** Writers of the catalog take turns: references and names are checked against what stays true until the end. */
const CATALOG_LOCK = 4_211_970_114;

export function catalogStore(tx: Tx): CatalogStore {
  return {
    async lock() {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${CATALOG_LOCK})`;
    },
    names: () => readNames(tx),
    stored: (documents) => readStored(tx, documents),

    async saveTeam(document) {
      const { name, title = name, description = "" } = document.metadata;
      const parent =
        document.spec.parent === undefined
          ? null
          : await tx.team.findUniqueOrThrow({ where: { name: document.spec.parent }, select: { id: true } });
      const columns = {
        title,
        description,
        parentId: parent?.id ?? null,
        contacts: toJson(document.spec.contacts ?? []),
        document: toJson(document),
      };
      const { id } = await tx.team.upsert({
        where: { name },
        create: { name, ...columns },
        update: { ...columns, version: { increment: 1 }, updatedAt: new Date() },
        select: { id: true },
      });
      await tx.teamGroup.deleteMany({ where: { teamId: id } });
      await tx.teamGroup.createMany({
        data: (document.spec.groups ?? []).map((group) => ({ teamId: id, idpGroup: group.name, role: group.role })),
      });
      await saveSearchEntry(tx, { kind: "Team", name, words: [name, title, description], teamId: id });
    },

    async saveSystem(document) {
      await saveEntity(tx, document, []);
    },

    async saveResource(document) {
      const hosts = Object.values(document.spec.environments ?? {}).map(({ host }) => host);
      await saveEntity(tx, document, hosts);
    },

    async saveService(document, by, { revision, reason, source }) {
      const id = await saveEntity(tx, document, [...declaredHosts(document), document.spec.image ?? ""]);
      const [templateName = null, templateVersion = null] = document.spec.template?.split("@") ?? [];
      const columns = { source, managed: document.spec.managed ?? true, templateName, templateVersion, revision };
      // The two point at each other; their constraints are checked when the transaction ends.
      await tx.serviceRevision.create({
        data: {
          serviceId: id,
          number: revision,
          document: toJson(document),
          reason,
          ...(by.personId === "" ? {} : { authorId: by.personId }),
        },
      });
      await tx.service.upsert({ where: { entityId: id }, create: { entityId: id, ...columns }, update: columns });
      await tx.dependency.deleteMany({ where: { serviceId: id } });
      await tx.dependency.createMany({
        data: declaredDependencies(document).map((dependency) => ({ serviceId: id, ...dependency })),
      });
    },

    async addTemplate(document, by) {
      const { name, version } = document.metadata;
      const publisher = by.personId === "" ? {} : { publishedBy: by.personId };
      await tx.templateVersion.create({ data: { name, version, document: toJson(document), ...publisher } });
    },

    async saveEnvironment(document) {
      const { name, title = name } = document.metadata;
      const columns = {
        title,
        sortOrder: document.spec.order,
        production: document.spec.production ?? false,
        document: toJson(document),
      };
      await tx.environment.upsert({
        where: { name },
        create: { name, ...columns },
        update: { ...columns, version: { increment: 1 }, updatedAt: new Date() },
      });
      await tx.placement.deleteMany({ where: { environment: name } });
      await tx.placement.createMany({
        data: document.spec.placements.map(({ cluster }, sortOrder) => ({ environment: name, cluster, sortOrder })),
      });
    },

    async saveCluster(document) {
      const { name, title = name } = document.metadata;
      const columns = { title, simulated: document.spec.simulated ?? false, document: toJson(document) };
      await tx.cluster.upsert({
        where: { name },
        create: { name, ...columns },
        update: { ...columns, version: { increment: 1 }, updatedAt: new Date() },
      });
    },
  };
}
