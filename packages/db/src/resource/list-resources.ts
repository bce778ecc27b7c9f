import type { ResourceListItem, ResourceListQuery } from "@fairlead/application";
import type { Pool } from "pg";
import { given } from "../json.ts";

interface Row {
  name: string;
  title: string;
  description: string;
  type: string;
  team: string;
  team_title: string;
  tier: number | null;
  needed_by: number;
  total: number;
}

// One question for a page, as for services. The total counts all that fit, not those after the cursor.
const LIST = `
  WITH found AS (
    SELECT e.name, e.title, e.description, e.document->'spec'->>'type' AS type, t.name AS team, t.title AS team_title, e.tier
    FROM entity e JOIN team t ON t.id = e.team_id
    WHERE e.kind = 'Resource'
      AND ($1::text IS NULL OR EXISTS (SELECT 1 FROM search_entry se WHERE se.kind = 'Resource' AND se.name = e.name AND se.body LIKE '%' || $1 || '%'))
      AND ($2::text[] IS NULL OR t.name = ANY ($2))
  ), page AS (
    SELECT * FROM found WHERE ($3::text IS NULL OR name > $3) ORDER BY name LIMIT $4
  )
  SELECT page.*, (SELECT count(*)::int FROM found) AS total,
    (SELECT count(DISTINCT y.service_id)::int FROM dependency y
     WHERE y.target_kind = 'resource' AND y.target_name = page.name) AS needed_by
  FROM page ORDER BY name`;

/** What is off the platform, by name, a page at a time. */
export async function listResources(
  pool: Pick<Pool, "query">,
  { text, teams, after, limit }: ResourceListQuery,
): Promise<{ items: ResourceListItem[]; total: number; next?: string }> {
  const pattern = text === undefined ? null : text.toLowerCase().replace(/[\\%_]/g, "\\$&");
  const { rows } = await pool.query<Row>(LIST, [pattern, teams ?? null, after ?? null, limit + 1]);
  const items = rows.slice(0, limit).map(toItem);
  return {
    items,
    total: rows[0]?.total ?? 0,
    ...(rows.length > limit ? given("next", items.at(-1)?.name) : {}),
  };
}

function toItem({ name, title, description, type, team, team_title, tier, needed_by }: Row): ResourceListItem {
  const owner = { team, title: team_title };
  return { name, title, description, type, owner, neededBy: needed_by, ...given("tier", tier) };
}
