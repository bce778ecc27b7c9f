import { newApiToken } from "@fairlead/auth";
import { accountStore, type Database } from "@fairlead/db";
import { PEOPLE, type Person } from "../identity/people.ts";

const LIFETIME_MS = 30 * 86_400_000;

/** A token for each person of the sandbox, by what `fairlead --as` takes. */
export type PersonaTokens = Record<keyof typeof PEOPLE, string>;

/** Makes the sandbox's people known and gives each a token. `issuer` is the sandbox's own identity provider. */
export async function issuePersonaTokens(database: Database, issuer: string): Promise<PersonaTokens> {
  const accounts = accountStore(database);
  const issue = async ({ id, name, email, groups }: Person): Promise<string> => {
    const { personId } = await accounts.savePerson({ issuer, subject: id, name, email, groups });
    const { token, hash, prefix } = newApiToken();
    const expiresAt = new Date(Date.now() + LIFETIME_MS);
    await accounts.createApiToken({ hash, prefix, name: "Sandbox command", personId, expiresAt });
    return token;
  };
  const [developer, platform, oncall] = await Promise.all([
    issue(PEOPLE.developer),
    issue(PEOPLE.platform),
    issue(PEOPLE.oncall),
  ]);
  return { developer, platform, oncall };
}
