import type { Identity } from "@fairlead/application";
import * as z from "zod";

const text = z.string().min(1).max(300);

const claimsSchema = z.object({
  iss: text,
  sub: text,
  name: text.optional().catch(undefined),
  preferred_username: text.optional().catch(undefined),
  email: z.email().max(300).optional().catch(undefined),
});

/** At most this many groups are kept: nobody is in more teams, and an identity provider may send thousands. */
const MAX_GROUPS = 500;
const groupsSchema = z.array(z.string().max(300)).catch([]);

/**
 * Reads the claims of any OIDC provider, of which only issuer and subject are certain. Someone without a groups claim
 * has no groups, and so no rights beyond looking.
 */
export function readIdentity(claims: unknown, groupsClaim: string): Identity {
  const { iss, sub, name, preferred_username, email } = claimsSchema.parse(claims);
  const groups = groupsSchema.parse(z.record(z.string(), z.unknown()).parse(claims)[groupsClaim] ?? []);
  return {
    issuer: iss,
    subject: sub,
    name: name ?? preferred_username ?? email ?? sub,
    ...(email === undefined ? {} : { email: email.toLowerCase() }),
    groups: groups.slice(0, MAX_GROUPS),
  };
}
