import type { TeamRole } from "@fairlead/domain";

/** Who somebody is, as the identity provider said at their last sign-in. */
export interface Identity {
  issuer: string;
  subject: string;
  name: string;
  email?: string;
  groups: readonly string[];
}

/** A person and what their groups give them in teams at this moment. */
export interface Account extends Identity {
  personId: string;
  memberships: readonly { team: string; role: TeamRole }[];
}

/**
 * People, their sessions and their tokens. Sessions and tokens come in as SHA-256 hashes only, and no method takes an
 * OAuth token, so neither can be kept by mistake. People who are not active are not found.
 */
export interface AccountStore {
  /** Makes a person known by issuer and subject, or brings name, mail and groups up to date. */
  savePerson(identity: Identity): Promise<{ personId: string; active: boolean }>;
  createSession(session: { tokenHash: string; personId: string; expiresAt: Date }): Promise<void>;
  /** Ends a session; one that is not there is ended already. */
  deleteSession(tokenHash: string): Promise<void>;
  /** Whose session this is; `undefined` where it is unknown, revoked or over. */
  findAccountBySession(tokenHash: string, now: Date): Promise<Account | undefined>;
  createApiToken(token: {
    hash: string;
    /** The first characters, by which a person tells their tokens apart. */
    prefix: string;
    name: string;
    personId: string;
    expiresAt: Date;
  }): Promise<void>;
  /** Whose token this is; `undefined` where it is unknown, revoked or over. Remembers when it was used. */
  findAccountByApiToken(hash: string, now: Date): Promise<Account | undefined>;
}
