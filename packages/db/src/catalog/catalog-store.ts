import type { CatalogStore } from "@fairlead/application";
import type { ResourceDocument } from "@fairlead/domain";
import { toJson } from "../json.ts";
import type { Tx } from "../prisma-transaction.ts";
import { addFitDecisions } from "../resource/add-fit-decisions.ts";
import { readNames } from "./catalog-names.ts";
import { saveEntities } from "./save-entities.ts";
import { saveServices } from "./save-services.ts";
import { saveSearchEntries } from "./search-entry.ts";
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
      await saveSearchEntries(tx, [{ kind: "Team", name, words: [name, title, description], teamId: id }]);
    },

    async saveSystems(documents) {
      await saveEntities(
        tx,
        documents.map((document) => ({ document, words: [] })),
      );
    },

    async saveResources(documents) {
      const hosts = ({ spec }: ResourceDocument) => Object.values(spec.environments ?? {}).map(({ host }) => host);
      await saveEntities(
        tx,
        documents.map((document) => ({ document, words: hosts(document) })),
      );
    },

    saveServices: (services, by, change) => saveServices(tx, services, by, change),

    addFitDecisions: (entity, decisions, by) => addFitDecisions(tx, entity, decisions, by),

    async addTemplate(document, by, written) {
      const { name, version } = document.metadata;
      const publisher = by.personId === "" ? {} : { publishedBy: by.personId };
      await tx.templateVersion.create({
        data: { name, version, document: toJson(document), ...publisher, ...written },
      });
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
