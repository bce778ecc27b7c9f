import type { AccessStore } from "@fairlead/application";
import { isUuid } from "../is-uuid.ts";
import { given } from "../json.ts";
import type { Tx } from "../prisma-transaction.ts";

export function accessStore(tx: Tx): AccessStore {
  return {
    async findPerson(personId) {
      const row = isUuid(personId) ? await tx.person.findUnique({ where: { id: personId } }) : null;
      return row === null ? undefined : { personId: row.id, name: row.name };
    },
    async findApiToken(id) {
      const row = isUuid(id)
        ? await tx.apiToken.findUnique({ where: { id, revokedAt: null }, include: { person: true } })
        : null;
      return row === null ? undefined : { personId: row.personId, name: row.person.name, token: row.name };
    },
    addApiToken: (personId, token) => tx.apiToken.create({ data: { ...token, personId }, select: { id: true } }),
    async revokeApiToken(id, at) {
      await tx.apiToken.update({ where: { id }, data: { revokedAt: at } });
    },
    async endSessions(personId, sessionId) {
      if (sessionId !== undefined && !isUuid(sessionId)) return 0;
      const { count } = await tx.session.deleteMany({ where: { personId, ...given("id", sessionId) } });
      return count;
    },
  };
}
