export interface NewApiToken {
  name: string;
  /** SHA-256; the token itself is seen by its owner alone, once. */
  hash: string;
  /** The first characters, by which a person tells their tokens apart. */
  prefix: string;
  expiresAt: Date;
}

/** Whose something is, for the question who may end it and for the audit. */
export interface AccessHolder {
  personId: string;
  name: string;
}

/** Sessions and tokens as people change them themselves. */
export interface AccessStore {
  findPerson(personId: string): Promise<AccessHolder | undefined>;
  /** Whose token this is, and what it is called; `undefined` where there is none, or it is revoked already. */
  findApiToken(id: string): Promise<(AccessHolder & { token: string }) | undefined>;
  addApiToken(personId: string, token: NewApiToken): Promise<{ id: string }>;
  revokeApiToken(id: string, at: Date): Promise<void>;
  /** Ends the sessions of a person, or one of them. Gives how many there were. */
  endSessions(personId: string, sessionId?: string): Promise<number>;
}
