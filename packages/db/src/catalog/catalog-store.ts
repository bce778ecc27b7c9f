import { isDeepStrictEqual } from "node:util";
import type { CatalogNames, CatalogStore, Saved } from "@fairlead/application";
import { type ServiceDocument, serviceSchema } from "@fairlead/domain";
import { toJson } from "../json.ts";
import type { Tx } from "../prisma-transaction.ts";
import { saveEntity } from "./entity.ts";
import { saveSearchEntry } from "./search-entry.ts";

/** Writers of the catalog take turns: references and names are checked against what stays true until the end. */
const CATALOG_LOCK = 4_211_970_114;

export function catalogStore(tx: Tx): CatalogStore {
  return {
    async lock() {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${CATALOG_LOCK})`;
    },
    names: () => readNames(tx),

    async findService(name) {
      const row = await tx.entity.findUnique({
        where: { kind_name: { kind: "Service", name } },
        include: { service: true, team: { select: { name: true } } },
      });
      if (row?.service == null) return undefined;
      const source = row.service.source === "repository" ? "repository" : "portal";
      return {
        document: serviceSchema.parse(row.document),
        revision: row.service.revision,
        source,
        team: row.team.name,
      };
    },

    async saveTeam(document) {
      const { name, title = name, description = "" } = document.metadata;
      const before = await tx.team.findUnique({ where: { name }, select: { document: true } });
      if (before !== null && isDeepStrictEqual(before.document, document)) return "unchanged";
      const parent =
        document.spec.parent === undefined
          ? null
          : await tx.team.findUnique({ where: { name: document.spec.parent }, select: { id: true } });
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
      return before === null ? "created" : "updated";
    },

    async saveSystem(document) {
      const saved = await compare(tx, document);
      if (saved !== "unchanged") await saveEntity(tx, document, []);
      return saved;
    },

    async saveResource(document) {
      const saved = await compare(tx, document);
      const hosts = Object.values(document.spec.environments ?? {}).map(({ host }) => host);
      if (saved !== "unchanged") await saveEntity(tx, document, hosts);
      return saved;
    },

    async saveService(document, by, { reason, source }) {
      const { name } = document.metadata;
      const saved = await compare(tx, document);
      const before = await tx.entity.findUnique({
        where: { kind_name: { kind: "Service", name } },
        select: { service: { select: { revision: true } } },
      });
      const last = before?.service?.revision ?? 0;
      if (saved === "unchanged") return { saved, revision: last };
      const id = await saveEntity(tx, document, [...(document.spec.expose?.hosts ?? []), document.spec.image ?? ""]);
      const [templateName = null, templateVersion = null] = document.spec.template?.split("@") ?? [];
      const columns = {
        source,
        managed: document.spec.managed ?? true,
        templateName,
        templateVersion,
        revision: last + 1,
      };
      // The two point at each other; their constraints are checked when the transaction ends.
      await tx.serviceRevision.create({
        data: {
          serviceId: id,
          number: last + 1,
          document: toJson(document),
          reason,
          ...(by.personId === "" ? {} : { authorId: by.personId }),
        },
      });
      await tx.service.upsert({ where: { entityId: id }, create: { entityId: id, ...columns }, update: columns });
      await tx.dependency.deleteMany({ where: { serviceId: id } });
      await tx.dependency.createMany({
        data: dependenciesOf(document).map((dependency) => ({ serviceId: id, ...dependency })),
        skipDuplicates: true,
      });
      return { saved, revision: last + 1 };
    },

    async saveTemplate(document, by) {
      const { name, version } = document.metadata;
      const before = await tx.templateVersion.findUnique({
        where: { name_version: { name, version } },
        select: { document: true },
      });
      if (before !== null) return isDeepStrictEqual(before.document, document) ? "unchanged" : undefined;
      await tx.templateVersion.create({
        data: {
          name,
          version,
          document: toJson(document),
          ...(by.personId === "" ? {} : { publishedBy: by.personId }),
        },
      });
      return "created";
    },

    async saveEnvironment(document) {
      const { name, title = name } = document.metadata;
      const before = await tx.environment.findUnique({ where: { name }, select: { document: true } });
      if (before !== null && isDeepStrictEqual(before.document, document)) return "unchanged";
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
      return before === null ? "created" : "updated";
    },

    async saveCluster(document) {
      const { name, title = name } = document.metadata;
      const before = await tx.cluster.findUnique({ where: { name }, select: { document: true } });
      if (before !== null && isDeepStrictEqual(before.document, document)) return "unchanged";
      const columns = { title, simulated: document.spec.simulated ?? false, document: toJson(document) };
      await tx.cluster.upsert({
        where: { name },
        create: { name, ...columns },
        update: { ...columns, version: { increment: 1 }, updatedAt: new Date() },
      });
      return before === null ? "created" : "updated";
    },
  };
}

async function compare(tx: Tx, document: { kind: string; metadata: { name: string } }): Promise<Saved> {
  const before = await tx.entity.findUnique({
    where: { kind_name: { kind: document.kind, name: document.metadata.name } },
    select: { document: true },
  });
  if (before === null) return "created";
  return isDeepStrictEqual(before.document, document) ? "unchanged" : "updated";
}

function dependenciesOf({ spec }: ServiceDocument) {
  return (spec.needs ?? []).map((need) => {
    if ("service" in need)
      return {
        targetKind: "service",
        targetName: need.service,
        targetPort: need.port ?? "",
        optional: need.optional ?? false,
      };
    if ("resource" in need)
      return { targetKind: "resource", targetName: need.resource, optional: need.optional ?? false };
    return { targetKind: "external", targetName: need.external, targetPort: String(need.port) };
  });
}

async function readNames(tx: Tx): Promise<CatalogNames> {
  const rows = await tx.$queryRaw<{ kind: string; name: string }[]>`
    SELECT 'teams' AS kind, name FROM team
    UNION ALL SELECT CASE kind WHEN 'Service' THEN 'services' WHEN 'Resource' THEN 'resources' ELSE 'systems' END, name FROM entity
    UNION ALL SELECT 'environments', name FROM environment
    UNION ALL SELECT 'clusters', name FROM cluster
    UNION ALL SELECT 'templates', name || '@' || version FROM template_version`;
  const of = (kind: keyof CatalogNames) => new Set(rows.filter((row) => row.kind === kind).map(({ name }) => name));
  return {
    teams: of("teams"),
    systems: of("systems"),
    services: of("services"),
    resources: of("resources"),
    environments: of("environments"),
    clusters: of("clusters"),
    templates: of("templates"),
  };
}
