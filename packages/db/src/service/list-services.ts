import type { ServiceListItem, ServiceListQuery } from "@fairlead/application";
import { HEALTH_STATES, type HealthState } from "@fairlead/domain";
import type { Pool } from "pg";
import * as z from "zod";
import { given } from "../json.ts";

const placesSchema = z.array(
  z.object({
    environment: z.string(),
    health: z.enum(HEALTH_STATES),
    image: z.string().nullable(),
    observedAt: z.coerce.date().nullable(),
    deployedAt: z.coerce.date().nullable(),
  }),
);

interface Row {
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

// One question for a page of services, their owners and how they are, whatever the number of services. The total counts
// all that fit, not those after the cursor.
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
                      ORDER BY v.sort_order, d.environment, d.cluster)
      FROM destination d JOIN environment v ON v.name = d.environment LEFT JOIN release r ON r.id = d.serving_release_id
      WHERE d.service_id = page.id
    ), '[]') AS places
  FROM page ORDER BY name`;

export interface ServicePage {
  items: ServiceListItem[];
  total: number;
  next?: string;
}

/** Services by name, a page at a time, with how they are in each environment. */
export async function listServices(
  pool: Pick<Pool, "query">,
  { text, teams, notHealthy = false, after, limit }: ServiceListQuery,
): Promise<ServicePage> {
  const pattern = text === undefined ? null : text.toLowerCase().replace(/[\\%_]/g, "\\$&");
  const { rows } = await pool.query<Row>(LIST, [pattern, teams ?? null, notHealthy, after ?? null, limit + 1]);
  const items = rows.slice(0, limit).map(toItem);
  return {
    items,
    total: Number(rows[0]?.total ?? 0),
    ...(rows.length > limit ? given("next", items.at(-1)?.name) : {}),
  };
}

function toItem(row: Row): ServiceListItem {
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
        health: worstOf(places.map(({ health }) => health)),
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

/** The worse comes first: what a line that stands for several clusters shows. */
const WORST: readonly HealthState[] = ["Degraded", "Missing", "Progressing", "Unknown", "Suspended", "Healthy"];

function worstOf(states: readonly HealthState[]): HealthState {
  return WORST.find((state) => states.includes(state)) ?? "Missing";
}
