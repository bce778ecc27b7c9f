import type { DestinationView, ReleaseView, ServiceListItem, ServiceReader } from "@fairlead/application";
import {
  contactSchema,
  HEALTH_STATES,
  type HealthState,
  linkSchema,
  SYNC_STATES,
  serviceSchema,
} from "@fairlead/domain";
import * as z from "zod";
import type { Database } from "../database.ts";
import { deliveryStateSchema } from "../delivery/delivery-reader.ts";
import { given } from "../json.ts";

const healthSchema = z.enum(HEALTH_STATES);
const placesSchema = z.array(
  z.object({
    environment: z.string(),
    health: healthSchema,
    image: z.string().nullable(),
    observedAt: z.coerce.date().nullable(),
    deployedAt: z.coerce.date().nullable(),
  }),
);

interface ListRow {
  name: string;
  title: string;
  description: string;
  team: string;
  team_title: string;
  system: string | null;
  tier: number | null;
  lifecycle: string | null;
  managed: boolean;
  template: string | null;
  places: unknown;
  total: string;
}

// One question for a page of services, their owners and how they are, whatever the number of services.
const LIST = `
  WITH found AS (
    SELECT e.id, e.name, e.title, e.description, t.name AS team, t.title AS team_title, sys.name AS system, e.tier, e.lifecycle,
           s.managed, s.template_name || '@' || s.template_version AS template
    FROM entity e
    JOIN service s ON s.entity_id = e.id
    JOIN team t ON t.id = e.team_id
    LEFT JOIN entity sys ON sys.id = e.system_id
    WHERE ($1::text IS NULL OR EXISTS (SELECT 1 FROM search_entry se WHERE se.kind = 'Service' AND se.name = e.name AND se.body LIKE '%' || $1 || '%'))
      AND ($2::text[] IS NULL OR t.name = ANY ($2))
      AND (NOT $3 OR EXISTS (SELECT 1 FROM destination d WHERE d.service_id = e.id AND d.health <> 'Healthy'))
  ), page AS (
    SELECT * FROM found WHERE ($4::text IS NULL OR name > $4) ORDER BY name LIMIT $5
  )
  SELECT page.*, (SELECT count(*) FROM found) AS total,
    COALESCE((
      SELECT json_agg(json_build_object('environment', d.environment, 'health', d.health, 'image', r.image, 'observedAt', d.observed_at, 'deployedAt', r.created_at)
                      ORDER BY d.environment, d.cluster)
      FROM destination d LEFT JOIN release r ON r.id = d.serving_release_id
      WHERE d.service_id = page.id
    ), '[]') AS places
  FROM page ORDER BY name`;

/** The worse comes first: what a line that stands for several clusters shows. */
const WORST: readonly HealthState[] = ["Degraded", "Missing", "Progressing", "Unknown", "Suspended", "Healthy"];

export function worstHealth(states: readonly HealthState[]): HealthState {
  return WORST.find((state) => states.includes(state)) ?? "Missing";
}

export function serviceReader({ prisma, pool }: Pick<Database, "prisma" | "pool">): ServiceReader {
  return {
    async list({ text, teams, notHealthy = false, after, limit }) {
      const pattern = text === undefined ? null : text.toLowerCase().replace(/[\\%_]/g, "\\$&");
      const { rows } = await pool.query<ListRow>(LIST, [pattern, teams ?? null, notHealthy, after ?? null, limit + 1]);
      const items = rows.slice(0, limit).map(toListItem);
      return {
        items,
        total: Number(rows[0]?.total ?? 0),
        ...(rows.length > limit ? given("next", items.at(-1)?.name) : {}),
      };
    },

    async get(name) {
      const row = await prisma.entity.findUnique({
        where: { kind_name: { kind: "Service", name } },
        include: {
          team: true,
          system: { select: { name: true } },
          service: {
            include: {
              destination: {
                include: {
                  clusterRow: true,
                  delivery: { orderBy: { number: "desc" }, take: 1, include: { release: true } },
                },
                orderBy: [{ environment: "asc" }, { cluster: "asc" }],
              },
            },
          },
        },
      });
      if (row?.service == null) return undefined;
      const [callers, serving] = await Promise.all([
        prisma.dependency.findMany({
          where: { targetKind: "service", targetName: name },
          select: { service: { select: { entity: { select: { name: true } } } } },
        }),
        prisma.release.findMany({
          where: { id: { in: row.service.destination.flatMap(({ servingReleaseId }) => servingReleaseId ?? []) } },
        }),
      ]);
      const releases = new Map(serving.map((release) => [release.id, release]));
      const destinations = row.service.destination.map((destination): DestinationView => {
        const release = releases.get(destination.servingReleaseId ?? "");
        const [delivery] = destination.delivery;
        return {
          id: destination.id,
          environment: destination.environment,
          cluster: destination.cluster,
          namespace: destination.namespace,
          health: healthSchema.parse(destination.health),
          healthReason: destination.healthReason,
          healthSince: destination.healthSince,
          sync: z.enum(SYNC_STATES).parse(destination.sync),
          readyReplicas: destination.readyReplicas,
          wantedReplicas: destination.wantedReplicas,
          simulated: destination.clusterRow.simulated,
          ...given("serving", release && { number: release.number, image: release.image, at: release.createdAt }),
          ...given(
            "delivery",
            delivery && {
              id: delivery.id,
              state: deliveryStateSchema.parse(delivery.state),
              reason: delivery.reason,
              release: delivery.release.number,
              image: delivery.release.image,
            },
          ),
          ...given("observedAt", destination.observedAt),
          ...given("unreachableSince", destination.clusterRow.unreachableSince),
        };
      });
      return {
        name: row.name,
        title: row.title,
        description: row.description,
        owner: {
          team: row.team.name,
          title: row.team.title,
          contacts: z.array(contactSchema).parse(row.team.contacts),
        },
        links: z.array(linkSchema).parse(row.links),
        managed: row.service.managed,
        source: row.service.source === "repository" ? "repository" : "portal",
        revision: row.service.revision,
        document: serviceSchema.parse(row.document),
        destinations,
        calledBy: callers.map(({ service }) => service.entity.name).sort(),
        ...given("system", row.system?.name),
        ...given("tier", row.tier),
        ...given("lifecycle", row.lifecycle),
      };
    },

    async releases(name, limit) {
      const rows = await prisma.release.findMany({
        where: { service: { entity: { kind: "Service", name } } },
        orderBy: { number: "desc" },
        take: limit,
      });
      return rows.map(
        (row): ReleaseView => ({
          number: row.number,
          revision: row.revision,
          template: `${row.templateName}@${row.templateVersion}`,
          image: row.image,
          digestReason: row.digestReason,
          by: row.actorName,
          at: row.createdAt,
          ...given("digest", row.digest),
          ...given("commit", row.commitSha),
        }),
      );
    },

    async revisions(name, limit) {
      const rows = await prisma.serviceRevision.findMany({
        where: { service: { entity: { kind: "Service", name } } },
        orderBy: { number: "desc" },
        take: limit,
        include: { author: { select: { name: true } } },
      });
      return rows.map((row) => ({
        number: row.number,
        reason: row.reason,
        at: row.createdAt,
        document: serviceSchema.parse(row.document),
        ...given("author", row.author?.name),
      }));
    },

    async rendering({ service, environment, cluster }) {
      const row = await prisma.delivery.findFirst({
        where: {
          destination: {
            environment,
            service: { entity: { kind: "Service", name: service } },
            ...given("cluster", cluster),
          },
        },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        include: {
          destination: true,
          release: { select: { number: true } },
          rendering: { include: { blobDigestRow: true } },
        },
      });
      if (row === null) return undefined;
      return {
        cluster: row.destination.cluster,
        namespace: row.destination.namespace,
        release: row.release.number,
        content: row.rendering.blobDigestRow.content,
      };
    },
  };
}

function toListItem(row: ListRow): ServiceListItem {
  const byEnvironment = Map.groupBy(placesSchema.parse(row.places), ({ environment }) => environment);
  return {
    name: row.name,
    title: row.title,
    description: row.description,
    owner: { team: row.team, title: row.team_title },
    managed: row.managed,
    environments: [...byEnvironment].map(([environment, places]) => {
      const looks = places.flatMap(({ observedAt }) => observedAt ?? []).sort((a, b) => a.getTime() - b.getTime());
      const latest = places.flatMap(({ deployedAt }) => deployedAt ?? []).sort((a, b) => b.getTime() - a.getTime());
      return {
        environment,
        health: worstHealth(places.map(({ health }) => health)),
        ...given("image", places.find(({ image }) => image !== null)?.image),
        ...given("observedAt", looks[0]),
        ...given("deployedAt", latest[0]),
      };
    }),
    ...given("system", row.system),
    ...given("tier", row.tier),
    ...given("lifecycle", row.lifecycle),
    ...given("template", row.template),
  };
}
