import type { Account, AccountStore } from "@fairlead/application";
import { TEAM_ROLES } from "@fairlead/domain";
import type { Person } from "../../generated/client.ts";
import type { Database } from "../database.ts";
import { given } from "../json.ts";
import { withStoreErrors } from "../store-error.ts";

/** How often the last use of a token is written down: often enough to see what is used, seldom enough to cost nothing. */
const USE_RESOLUTION_MS = 60_000;

export function accountStore({ prisma }: Pick<Database, "prisma">): AccountStore {
  const toAccount = async (person: Person): Promise<Account | undefined> => {
    if (!person.active) return undefined;
    const rows = await prisma.teamGroup.findMany({
      where: { idpGroup: { in: person.groups } },
      select: { role: true, team: { select: { name: true } } },
    });
    return {
      personId: person.id,
      issuer: person.issuer,
      subject: person.subject,
      name: person.name,
      groups: person.groups,
      memberships: rows.flatMap(({ team, role }) =>
        TEAM_ROLES.filter((known) => known === role).map((known) => ({ team: team.name, role: known })),
      ),
      ...given("email", person.email),
    };
  };
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
      const row = await prisma.session.findUnique({ where: { tokenHash }, include: { person: true } });
      return row === null || row.expiresAt <= now ? undefined : toAccount(row.person);
    },
    async createApiToken(token) {
      await prisma.apiToken.create({ data: token });
    },
    async findAccountByApiToken(hash, now) {
      const row = await prisma.apiToken.findUnique({ where: { hash }, include: { person: true } });
      if (row === null || row.revokedAt !== null || row.expiresAt <= now) return undefined;
      if (row.lastUsedAt === null || now.getTime() - row.lastUsedAt.getTime() > USE_RESOLUTION_MS) {
        await prisma.apiToken.update({ where: { hash }, data: { lastUsedAt: now } });
      }
      return toAccount(row.person);
    },
  });
}
