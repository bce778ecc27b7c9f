import * as z from "zod";
import type { AccountName } from "../credentials/credentials-file.ts";
import type { Session } from "../credentials/session.ts";

const tokenSchema = z.object({ status: z.object({ token: z.string(), expirationTimestamp: z.coerce.date() }) });

interface Token {
  token: string;
  expiresAt: string;
}

/** Tokens of the accounts, by the TokenRequest API: as an admin, since nobody else may. */
export async function takeTokens(
  admin: Session,
  expirationSeconds: number,
  { policy }: { policy: boolean },
): Promise<Record<Exclude<AccountName, "policy">, Token> & { policy?: Token }> {
  const take = async (account: AccountName) => {
    const answer = await admin.request({
      method: "POST",
      path: `/api/v1/namespaces/fairlead-system/serviceaccounts/${account}/token`,
      body: { apiVersion: "authentication.k8s.io/v1", kind: "TokenRequest", spec: { expirationSeconds } },
    });
    const { token, expirationTimestamp } = tokenSchema.parse(answer).status;
    return { token, expiresAt: expirationTimestamp.toISOString() };
  };
  const [guard, tokens, reader, backup] = [
    await take("guard"),
    await take("tokens"),
    await take("reader"),
    await take("backup"),
  ];
  const all = { guard, tokens, reader, backup };
  return policy ? { ...all, policy: await take("policy") } : all;
}
