import type { Account, AccountStore, Identity } from "@fairlead/application";

interface Stored {
  hash: string;
  personId: string;
  expiresAt: Date;
}

export interface MemoryAccountStore extends AccountStore {
  people: Map<string, Identity & { active: boolean }>;
  sessions: Map<string, Stored>;
  /** Roles by identity-provider group, as Team documents would give them. */
  groupRoles: Record<string, Account["memberships"][number]>;
}

/** An account store that forgets when the test ends. */
export function memoryAccountStore(): MemoryAccountStore {
  const people: MemoryAccountStore["people"] = new Map();
  const sessions: MemoryAccountStore["sessions"] = new Map();
  const tokens = new Map<string, Stored>();
  const groupRoles: MemoryAccountStore["groupRoles"] = {};

  function find(stored: Stored | undefined, now: Date): Account | undefined {
    const person = stored === undefined ? undefined : people.get(stored.personId);
    if (stored === undefined || person === undefined || !person.active || stored.expiresAt <= now) return undefined;
    const memberships = person.groups.flatMap((group) => groupRoles[group] ?? []);
    return { ...person, personId: stored.personId, memberships };
  }

  return {
    people,
    sessions,
    groupRoles,
    async savePerson(identity) {
      const personId = `${identity.issuer} ${identity.subject}`;
      const active = people.get(personId)?.active ?? true;
      people.set(personId, { ...identity, active });
      return { personId, active };
    },
    async createSession({ tokenHash, ...session }) {
      sessions.set(tokenHash, { hash: tokenHash, ...session });
    },
    async deleteSession(tokenHash) {
      sessions.delete(tokenHash);
    },
    async findAccountBySession(tokenHash, now) {
      return find(sessions.get(tokenHash), now);
    },
    async createApiToken({ hash, personId, expiresAt }) {
      tokens.set(hash, { hash, personId, expiresAt });
    },
    async findAccountByApiToken(hash, now) {
      return find(tokens.get(hash), now);
    },
  };
}
