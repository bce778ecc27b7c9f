import type { Account } from "@fairlead/application";
import { TEAM_ROLES } from "@fairlead/domain";
import type { Pool } from "pg";
import * as z from "zod";
import { given } from "../json.ts";

const rowSchema = z.object({
  person_id: z.string(),
  issuer: z.string(),
  subject: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  groups: z.array(z.string()),
  roles: z.array(z.object({ team: z.string(), role: z.enum(TEAM_ROLES) })),
  last_used_at: z.date().nullable(),
});

// Asked for every request, so it is one question.
const ROLES = `
  COALESCE((
    SELECT json_agg(json_build_object('team', t.name, 'role', g.role)) FROM team_group g JOIN team t ON t.id = g.team_id
    WHERE g.idp_group = ANY (p.groups)), '[]') AS roles`;

const BY = {
  session: `
    SELECT p.id AS person_id, p.issuer, p.subject, p.name, p.email, p.groups, NULL::timestamptz AS last_used_at, ${ROLES}
    FROM session s JOIN person p ON p.id = s.person_id
    WHERE s.token_hash = $1 AND s.expires_at > $2 AND p.active`,
  apiToken: `
    SELECT p.id AS person_id, p.issuer, p.subject, p.name, p.email, p.groups, a.last_used_at, ${ROLES}
    FROM api_token a JOIN person p ON p.id = a.person_id
    WHERE a.hash = $1 AND a.expires_at > $2 AND a.revoked_at IS NULL AND p.active`,
} as const;

/** Whose session or token this is, with what their groups give them in teams now. */
export async function findAccount(
  pool: Pick<Pool, "query">,
  by: keyof typeof BY,
  hash: string,
  now: Date,
): Promise<{ account: Account; lastUsedAt: Date | null } | undefined> {
  const { rows } = await pool.query(BY[by], [hash, now]);
  if (rows[0] === undefined) return undefined;
  const row = rowSchema.parse(rows[0]);
  const account = {
    personId: row.person_id,
    issuer: row.issuer,
    subject: row.subject,
    name: row.name,
    groups: row.groups,
    memberships: highestRoles(row.roles),
    ...given("email", row.email),
  };
  return { account, lastUsedAt: row.last_used_at };
}

/** Several groups may give several roles in one team: the highest counts. */
function highestRoles(roles: Account["memberships"]): Account["memberships"] {
  const rising = [...roles].sort((a, b) => TEAM_ROLES.indexOf(a.role) - TEAM_ROLES.indexOf(b.role));
  return [...new Map(rising.map((membership) => [membership.team, membership])).values()];
}
