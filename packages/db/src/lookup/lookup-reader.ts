import { type ContactOwner, ENTITY_KINDS, type LookupReader } from "@fairlead/application";
import { TEAM_ROLES } from "@fairlead/domain";
import * as z from "zod";
import type { Database } from "../database.ts";
import { given } from "../json.ts";
import { contactsSchema, findEntities } from "./find-entities.ts";
import { suggestNames } from "./suggest-names.ts";

const kindSchema = z.enum(ENTITY_KINDS);
const contactOwnerSchema = z.discriminatedUnion("of", [
  z.object({ contact: z.string(), of: z.literal("team"), team: z.string() }),
  z.object({ contact: z.string(), of: z.literal("entity"), kind: kindSchema, name: z.string() }),
  z.object({
    contact: z.string(),
    of: z.literal("person"),
    person: z.string(),
    team: z.string(),
    role: z.enum(TEAM_ROLES),
  }),
]) satisfies z.ZodType<ContactOwner>;

export function lookupReader({ pool }: Pick<Database, "pool">): LookupReader {
  return {
    entities: (names) => findEntities(pool, names),
    suggest: (text, limit) => suggestNames(pool, text, limit),

    async teams(names) {
      if (names.length === 0) return [];
      const { rows } = await pool.query<{ name: string; title: string; contacts: unknown }>(
        "SELECT name, title, contacts FROM team WHERE name = ANY ($1) ORDER BY array_position($1::text[], name)",
        [names],
      );
      return rows.map((row) => ({ team: row.name, title: row.title, contacts: contactsSchema.parse(row.contacts) }));
    },

    async byHost(hosts) {
      if (hosts.length === 0) return [];
      // The search knows the declared hosts, one line each; the trigram index finds the few that may be meant.
      const { rows } = await pool.query<{ host: string; kind: string; name: string }>(
        `SELECT h AS host, se.kind, se.name FROM unnest($1::text[]) AS h
         JOIN search_entry se ON se.kind IN ('Service', 'Resource') AND se.body LIKE '%' || h || '%'
           AND h = ANY (string_to_array(se.body, E'\\n'))
         ORDER BY se.kind DESC, se.name LIMIT 20`,
        [hosts],
      );
      return rows.map(({ host, kind, name }) => ({ host, kind: kindSchema.parse(kind), name }));
    },

    async byContact(contacts) {
      if (contacts.length === 0) return [];
      const { rows } = await pool.query<{ found: unknown }>(
        `SELECT json_build_object('contact', w, 'of', 'team', 'team', t.name) AS found
           FROM unnest($1::text[]) w JOIN team t ON EXISTS (
             SELECT FROM jsonb_array_elements(t.contacts) c WHERE w IN (lower(c->>'address'), lower(c->>'title')))
         UNION ALL SELECT json_build_object('contact', w, 'of', 'entity', 'kind', e.kind, 'name', e.name)
           FROM unnest($1::text[]) w JOIN entity e ON e.contacts <> '[]' AND EXISTS (
             SELECT FROM jsonb_array_elements(e.contacts) c WHERE w IN (lower(c->>'address'), lower(c->>'title')))
         UNION ALL SELECT json_build_object('contact', w, 'of', 'person', 'person', p.name, 'team', t.name, 'role', g.role)
           FROM unnest($1::text[]) w JOIN person p ON p.active AND lower(p.email) = w
           JOIN team_group g ON g.idp_group = ANY (p.groups) JOIN team t ON t.id = g.team_id
         LIMIT 20`,
        [contacts],
      );
      return rows.map(({ found }) => contactOwnerSchema.parse(found));
    },

    async seen(identifiers) {
      if (identifiers.length === 0) return [];
      const { rows } = await pool.query<{
        kind: string;
        name: string;
        namespace: string;
        cluster: string;
        environment: string | null;
        service: string | null;
        observed_at: Date;
        gone_at: Date | null;
      }>(
        `SELECT o.kind, o.name, o.namespace, o.cluster, o.environment, e.name AS service, o.observed_at, o.gone_at
         FROM observed_object o LEFT JOIN entity e ON e.id = o.service_id
         WHERE o.kind = 'Pod' AND (o.name = ANY ($1) OR o.identifiers && $1)
         ORDER BY o.gone_at IS NOT NULL, array_position($1::text[], o.name), o.observed_at DESC LIMIT 20`,
        [identifiers],
      );
      return rows.map((row) => ({
        kind: row.kind,
        name: row.name,
        namespace: row.namespace,
        cluster: row.cluster,
        observedAt: row.observed_at,
        ...given("environment", row.environment),
        ...given("service", row.service),
        ...given("goneAt", row.gone_at),
      }));
    },

    async namespaces(names) {
      if (names.length === 0) return [];
      const { rows } = await pool.query<{ namespace: string; cluster: string; environment: string; service: string }>(
        `SELECT d.namespace, d.cluster, d.environment, e.name AS service FROM destination d JOIN entity e ON e.id = d.service_id
         WHERE d.namespace = ANY ($1) ORDER BY array_position($1::text[], d.namespace), d.cluster LIMIT 20`,
        [names],
      );
      return rows;
    },

    async servicesByImage(repositories) {
      if (repositories.length === 0) return [];
      const { rows } = await pool.query<{ repository: string; service: string }>(
        `SELECT r AS repository, se.name AS service FROM unnest($1::text[]) AS r
         JOIN search_entry se ON se.kind = 'Service' AND se.body LIKE '%' || r || '%' AND EXISTS (
           SELECT FROM unnest(string_to_array(se.body, E'\\n')) AS line WHERE line = r OR starts_with(line, r || ':') OR starts_with(line, r || '@'))
         UNION SELECT r, e.name FROM unnest($1::text[]) AS r
         JOIN release ON image = r OR starts_with(image, r || ':') OR starts_with(image, r || '@')
         JOIN entity e ON e.id = release.service_id
         ORDER BY 2 LIMIT 20`,
        [repositories],
      );
      return rows;
    },
  };
}
