import type { TemplateReader } from "@fairlead/application";
import { serviceSchema } from "@fairlead/domain";
import type { Database } from "../database.ts";
import { given } from "../json.ts";

interface ListRow {
  name: string;
  version: string;
  title: string;
  description: string;
  workload: string;
  published_at: Date;
  services: number;
  on_newest: number;
  draft_by: string | null;
  draft_at: Date | null;
}

export function templateReader({ prisma }: Pick<Database, "prisma">): TemplateReader {
  return {
    async list() {
      const rows = await prisma.$queryRaw<ListRow[]>`
        SELECT t.name, t.version, t.published_at, t.document #>> '{metadata,title}' AS title,
          t.document #>> '{metadata,description}' AS description, t.document #>> '{spec,workload}' AS workload,
          coalesce(u.services, 0)::int AS services, coalesce(u.on_newest, 0)::int AS on_newest,
          d.updated_by_name AS draft_by, d.updated_at AS draft_at
        FROM (
          SELECT DISTINCT ON (name) * FROM template_version ORDER BY name, string_to_array(version, '.')::int[] DESC
        ) t
        LEFT JOIN LATERAL (
          SELECT count(*) AS services, count(*) FILTER (WHERE s.template_version = t.version) AS on_newest
          FROM service s WHERE s.template_name = t.name
        ) u ON true
        LEFT JOIN template_draft d ON d.name = t.name
        ORDER BY t.name`;
      return rows.map((row) => ({
        name: row.name,
        title: row.title,
        description: row.description,
        workload: row.workload,
        version: row.version,
        publishedAt: row.published_at,
        services: row.services,
        onNewest: row.on_newest,
        ...(row.draft_by === null || row.draft_at === null ? {} : { draft: { by: row.draft_by, at: row.draft_at } }),
      }));
    },

    async versions(name) {
      const rows = await prisma.$queryRaw<{ version: string; published_at: Date; by: string | null; note: string }[]>`
        SELECT t.version, t.published_at, p.name AS by, t.note
        FROM template_version t LEFT JOIN person p ON p.id = t.published_by
        WHERE t.name = ${name} ORDER BY string_to_array(t.version, '.')::int[] DESC LIMIT 200`;
      return rows.map(({ published_at, version, by, note }) => ({
        version,
        publishedAt: published_at,
        note,
        ...given("by", by),
      }));
    },

    async users(name, limit) {
      const rows = await prisma.service.findMany({
        where: { templateName: name },
        orderBy: { entity: { name: "asc" } },
        take: limit,
        select: {
          templateVersion: true,
          entity: { select: { name: true, title: true, team: { select: { name: true, title: true } } } },
        },
      });
      return rows.map(({ templateVersion, entity }) => ({
        name: entity.name,
        title: entity.title,
        owner: { team: entity.team.name, title: entity.team.title },
        version: templateVersion ?? "",
      }));
    },

    async declarations(name, { after, limit }) {
      const where = { templateName: name };
      const [rows, total] = await Promise.all([
        prisma.service.findMany({
          where: { ...where, ...(after === undefined ? {} : { entity: { name: { gt: after } } }) },
          orderBy: { entity: { name: "asc" } },
          take: limit,
          select: { entity: { select: { document: true } } },
        }),
        prisma.service.count({ where }),
      ]);
      return { services: rows.map(({ entity }) => serviceSchema.parse(entity.document)), total };
    },

    async source(name, version) {
      const row = await prisma.templateVersion.findUnique({
        where: { name_version: { name, version } },
        select: { source: true },
      });
      return row?.source ?? undefined;
    },

    async draft(name) {
      const row = await prisma.templateDraft.findUnique({ where: { name } });
      if (row === null) return undefined;
      return { text: row.text, version: row.version, by: row.updatedByName, at: row.updatedAt };
    },
  };
}
