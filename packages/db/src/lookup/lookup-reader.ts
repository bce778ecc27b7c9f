import type { LookupReader, LookupSuggestion } from "@fairlead/application";
import { contactSchema, HEALTH_STATES, linkSchema } from "@fairlead/domain";
import * as z from "zod";
import type { Database } from "../database.ts";
import { given } from "../json.ts";

const contactsSchema = z.array(contactSchema);
const linksSchema = z.array(linkSchema);
const healthSchema = z.array(z.object({ environment: z.string(), health: z.enum(HEALTH_STATES) }));
const kindSchema = z.enum(["Service", "Resource", "System"]);

interface EntityRow {
  kind: string;
  name: string;
  title: string;
  tier: number | null;
  lifecycle: string | null;
  links: unknown;
  team: string;
  team_title: string;
  contacts: unknown;
  health: unknown;
}

export function lookupReader({ pool }: Pick<Database, "pool">): LookupReader {
  return {
    async entities(names) {
      if (names.length === 0) return [];
      const { rows } = await pool.query<EntityRow>(
        `SELECT e.kind, e.name, e.title, e.tier, e.lifecycle, e.links, t.name AS team, t.title AS team_title, t.contacts,
                COALESCE((SELECT json_agg(json_build_object('environment', d.environment, 'health', d.health) ORDER BY v.sort_order, d.cluster)
                          FROM destination d JOIN environment v ON v.name = d.environment WHERE d.service_id = e.id), '[]') AS health
         FROM entity e JOIN team t ON t.id = e.team_id
         WHERE e.name = ANY ($1) ORDER BY array_position($1::text[], e.name)`,
        [names],
      );
      return rows.map((row) => ({
        kind: kindSchema.parse(row.kind),
        name: row.name,
        title: row.title,
        links: linksSchema.parse(row.links),
        owner: { team: row.team, title: row.team_title, contacts: contactsSchema.parse(row.contacts) },
        health: healthSchema.parse(row.health),
        ...given("tier", row.tier),
        ...given("lifecycle", row.lifecycle),
      }));
    },

    async teams(names) {
      if (names.length === 0) return [];
      const { rows } = await pool.query<{ name: string; title: string; contacts: unknown }>(
        "SELECT name, title, contacts FROM team WHERE name = ANY ($1)",
        [names],
      );
      return rows.map((row) => ({
        team: row.name,
        title: row.title,
        contacts: contactsSchema.parse(row.contacts),
        links: [],
      }));
    },

    async servicesByHost(hosts) {
      if (hosts.length === 0) return [];
      // The search knows the declared hosts, one line each.
      const { rows } = await pool.query<{ host: string; service: string }>(
        `SELECT h AS host, se.name AS service FROM unnest($1::text[]) AS h
         JOIN search_entry se ON se.kind = 'Service' AND h = ANY (string_to_array(se.body, E'\\n'))`,
        [hosts],
      );
      return rows;
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
         ORDER BY o.gone_at IS NOT NULL, o.observed_at DESC LIMIT 20`,
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
         WHERE d.namespace = ANY ($1) ORDER BY d.cluster`,
        [names],
      );
      return rows;
    },

    async servicesByImage(repositories) {
      if (repositories.length === 0) return [];
      const { rows } = await pool.query<{ repository: string; service: string }>(
        `SELECT r AS repository, se.name AS service FROM unnest($1::text[]) AS r
         JOIN search_entry se ON se.kind = 'Service' AND EXISTS (
           SELECT 1 FROM unnest(string_to_array(se.body, E'\\n')) AS line WHERE line = r OR starts_with(line, r || ':') OR starts_with(line, r || '@'))`,
        [repositories],
      );
      return rows;
    },

    async suggest(text, limit) {
      const { rows } = await pool.query<{ kind: LookupSuggestion["kind"]; name: string; title: string; owner: string }>(
        `SELECT se.kind, se.name, COALESCE(e.title, t.title) AS title, COALESCE(owner.name, '') AS owner
         FROM search_entry se
         LEFT JOIN entity e ON e.id = se.entity_id LEFT JOIN team owner ON owner.id = e.team_id LEFT JOIN team t ON t.id = se.team_id
         WHERE se.name LIKE $2 OR se.body LIKE '%' || $2 OR se.name % $1
         ORDER BY se.name = $1 DESC, se.name LIKE $2 DESC, similarity(se.name, $1) DESC, se.name LIMIT $3`,
        [text, `${text.replace(/[\\%_]/g, "\\$&")}%`, limit],
      );
      return rows;
    },
  };
}
