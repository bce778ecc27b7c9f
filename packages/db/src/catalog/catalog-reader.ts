import type { CatalogReader } from "@fairlead/application";
import {
  clusterSchema,
  environmentSchema,
  resourceSchema,
  type ServiceDocument,
  serviceSchema,
  TEAM_ROLES,
  type TemplateDocument,
  teamSchema,
  templateSchema,
} from "@fairlead/domain";
import type { PrismaClient } from "../../generated/client.ts";
import { profileOf } from "../cluster/profile-of.ts";
import { APPROVED, EXCEPTION, toException } from "../exception/exception-row.ts";
import { given } from "../json.ts";

export function catalogReader(prisma: PrismaClient): CatalogReader {
  /** The templates of some services, by `name@version`. */
  async function templatesOf(services: readonly ServiceDocument[]): Promise<Map<string, TemplateDocument>> {
    const wanted = services.flatMap(({ spec }) => {
      const [name, version] = spec.template?.split("@") ?? [];
      return name === undefined || version === undefined ? [] : [{ name, version }];
    });
    const rows = await prisma.templateVersion.findMany({ where: { OR: wanted } });
    return new Map(rows.map((row) => [`${row.name}@${row.version}`, templateSchema.parse(row.document)]));
  }

  return {
    async teams() {
      const rows = await prisma.team.findMany({
        orderBy: { name: "asc" },
        include: { _count: { select: { entity: { where: { kind: "Service" } } } } },
      });
      return rows.map((row) => ({
        name: row.name,
        title: row.title,
        description: row.description,
        services: row._count.entity,
        document: teamSchema.parse(row.document),
      }));
    },

    async templates() {
      const rows = await prisma.$queryRaw<{ document: unknown }[]>`
        SELECT DISTINCT ON (name) document FROM template_version
        ORDER BY name, string_to_array(version, '.')::int[] DESC`;
      return rows.map(({ document }) => templateSchema.parse(document));
    },

    async newestVersion(name) {
      const [row] = await prisma.$queryRaw<{ version: string }[]>`
        SELECT version FROM template_version WHERE name = ${name}
        ORDER BY string_to_array(version, '.')::int[] DESC LIMIT 1`;
      return row?.version;
    },

    async template(name, version) {
      const row = await prisma.templateVersion.findUnique({ where: { name_version: { name, version } } });
      return row === null ? undefined : templateSchema.parse(row.document);
    },

    async environments() {
      const rows = await prisma.environment.findMany({ orderBy: [{ sortOrder: "asc" }, { name: "asc" }] });
      return rows.map(({ document }) => environmentSchema.parse(document));
    },

    async renderingFacts({ team, service, calls, resources, clusters }) {
      const [groups, documents, places, clusterRows, exceptions] = await Promise.all([
        prisma.teamGroup.findMany({ where: { team: { name: team } }, orderBy: { idpGroup: "asc" } }),
        prisma.entity.findMany({
          where: {
            OR: [
              { kind: "Service", name: { in: calls } },
              { kind: "Resource", name: { in: resources } },
            ],
          },
          select: { kind: true, document: true },
        }),
        prisma.destination.findMany({
          where: { cluster: { in: clusters }, service: { entity: { name: { in: [service, ...calls] } } } },
          select: {
            environment: true,
            cluster: true,
            namespace: true,
            service: { select: { entity: { select: { name: true } } } },
          },
        }),
        prisma.cluster.findMany({
          where: { name: { in: clusters } },
          include: { placement: { select: { environment: true } } },
        }),
        prisma.exception.findMany({
          where: { ...APPROVED, service: { entity: { kind: "Service", name: service } } },
          include: EXCEPTION,
        }),
      ]);
      const callees = documents.filter(({ kind }) => kind === "Service");
      const services = callees.map(({ document }) => serviceSchema.parse(document));
      const templates = await templatesOf(services);
      return {
        owner: {
          team,
          groups: groups.flatMap(({ idpGroup, role }) =>
            TEAM_ROLES.filter((known) => known === role).map((known) => ({ name: idpGroup, role: known })),
          ),
        },
        services: services.map((document) => ({
          document,
          ...given("template", templates.get(document.spec.template ?? "")),
        })),
        resources: documents
          .filter(({ kind }) => kind === "Resource")
          .map(({ document }) => resourceSchema.parse(document)),
        exceptions: exceptions.map(toException),
        places: places.map((place) => ({
          service: place.service.entity.name,
          environment: place.environment,
          cluster: place.cluster,
          namespace: place.namespace,
        })),
        clusters: clusterRows.map((row) => ({
          name: row.name,
          clusterDomain: clusterSchema.parse(row.document).spec.clusterDomain ?? "cluster.local",
          environments: row.placement.map(({ environment }) => environment),
          ...given("profile", profileOf(row)?.profile),
        })),
      };
    },
  };
}
