import type { AccountStore } from "@fairlead/application";
import type { Database } from "../database.ts";
import { withStoreErrors } from "../store-error.ts";
import { findAccount } from "./find-account.ts";

/** How often the last use of a token is written down: often enough to see what is used, seldom enough to cost nothing. */
const USE_RESOLUTION_MS = 60_000;

export function accountStore({ prisma, pool }: Pick<Database, "prisma" | "pool">): AccountStore {
  return withStoreErrors<AccountStore>({
    async savePerson({ issuer, subject, name, email, groups }) {
      const columns = { name, email: email ?? null, groups: [...groups], seenAt: new Date() };
      const { id, active } = await prisma.person.upsert({
        where: { issuer_subject: { issuer, subject } },
        create: { issuer, subject, ...columns },
        update: columns,
      });
      return { personId: id, active };
    },
    async createSession(session) {
      await prisma.session.create({ data: session });
    },
    async deleteSession(tokenHash) {
      await prisma.session.deleteMany({ where: { tokenHash } });
    },
    async findAccountBySession(tokenHash, now) {
      return (await findAccount(pool, "session", tokenHash, now))?.account;
    },
    async createApiToken(token) {
      await prisma.apiToken.create({ data: token });
    },
    async findAccountByApiToken(hash, now) {
      const found = await findAccount(pool, "apiToken", hash, now);
      if (found === undefined) return undefined;
      if (found.lastUsedAt === null || now.getTime() - found.lastUsedAt.getTime() > USE_RESOLUTION_MS)
        await pool.query("UPDATE api_token SET last_used_at = $2 WHERE hash = $1", [hash, now]);
      return found.account;
    },
  });
}
