import { newApiToken } from "@fairlead/auth";
import { accountStore, type Database } from "@fairlead/db";
import { SANDBOX_PEOPLE, type SandboxPerson } from "../identity-provider/people.ts";

const LIFETIME_MS = 30 * 86_400_000;

/** Makes the sandbox's people known and gives each a token, for the command. `issuer` is the sandbox's own provider. */
export async function issuePersonaTokens(
  database: Database,
  issuer: string,
): Promise<Record<SandboxPerson["persona"], string>> {
  const accounts = accountStore(database);
  const issue = async ({ subject, name, email, groups }: SandboxPerson): Promise<string> => {
    const { personId } = await accounts.savePerson({ issuer, subject, name, email, groups });
    const { token, hash, prefix } = newApiToken();
    await accounts.createApiToken({
      hash,
      prefix,
      name: "Sandbox command",
      personId,
      expiresAt: new Date(Date.now() + LIFETIME_MS),
    });
    return token;
  };
  const entries = await Promise.all(
    SANDBOX_PEOPLE.map(async (person) => [person.persona, await issue(person)] as const),
  );
  const tokens = Object.fromEntries(entries);
  return { developer: tokens.developer ?? "", platform: tokens.platform ?? "", oncall: tokens.oncall ?? "" };
}
