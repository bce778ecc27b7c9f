import { ENTITY_KINDS, type LookupHit } from "@fairlead/application";
import { contactSchema, HEALTH_STATES, linkSchema } from "@fairlead/domain";
import type { Pool } from "pg";
import * as z from "zod";
import { given } from "../json.ts";

export const contactsSchema = z.array(contactSchema);

const rowSchema = z.object({
  kind: z.enum(ENTITY_KINDS),
  name: z.string(),
  title: z.string(),
  tier: z.number().nullable(),
  lifecycle: z.string().nullable(),
  links: z.array(linkSchema),
  own_contacts: contactsSchema,
  team: z.string(),
  team_title: z.string(),
  team_contacts: contactsSchema,
  health: z.array(
    z.object({
      environment: z.string(),
      cluster: z.string(),
      health: z.enum(HEALTH_STATES),
      reason: z.string(),
      observedAt: z.coerce.date().nullable(),
    }),
  ),
  dependents: z.array(z.string()),
  last_change: z.object({ at: z.coerce.date(), by: z.string(), summary: z.string() }).nullable(),
});

const MAX_DEPENDENTS = 50;

// Everything about a few things, in one question. An audit event always has a summary.
const FIND = `
  SELECT e.kind, e.name, e.title, e.tier, e.lifecycle, e.links, e.contacts AS own_contacts,
    t.name AS team, t.title AS team_title, t.contacts AS team_contacts,
    COALESCE((
      SELECT json_agg(json_build_object('environment', d.environment, 'cluster', d.cluster, 'health', d.health,
                                        'reason', d.health_reason, 'observedAt', d.observed_at) ORDER BY v.sort_order, d.cluster)
      FROM destination d JOIN environment v ON v.name = d.environment WHERE d.service_id = e.id), '[]') AS health,
    COALESCE((
      SELECT json_agg(DISTINCT caller.name) FROM dependency y JOIN entity caller ON caller.id = y.service_id
      WHERE y.target_kind = lower(e.kind) AND y.target_name = e.name), '[]') AS dependents,
    (SELECT json_build_object('at', a.at, 'by', a.actor_name, 'summary', a.details->>'summary')
      FROM audit_event a WHERE a.subject_kind = e.kind AND a.subject_name = e.name ORDER BY a.id DESC LIMIT 1) AS last_change
  FROM entity e JOIN team t ON t.id = e.team_id
  WHERE e.name = ANY ($1) ORDER BY array_position($1::text[], e.name) LIMIT 50`;

/** Services, resources and systems of these names, with what somebody asks about them at night. */
export async function findEntities(pool: Pick<Pool, "query">, names: readonly string[]): Promise<LookupHit[]> {
  if (names.length === 0) return [];
  const { rows } = await pool.query(FIND, [names]);
  return z.array(rowSchema).parse(rows).map(toHit);
}

function toHit(row: z.output<typeof rowSchema>): LookupHit {
  return {
    kind: row.kind,
    name: row.name,
    title: row.title,
    links: row.links,
    owner: { team: row.team, title: row.team_title, contacts: [...row.own_contacts, ...row.team_contacts] },
    health: row.health.map(({ observedAt, ...rest }) => ({ ...rest, ...given("observedAt", observedAt) })),
    dependents: row.dependents.slice(0, MAX_DEPENDENTS),
    ...given("tier", row.tier),
    ...given("lifecycle", row.lifecycle),
    ...given("lastChange", row.last_change),
  };
}
