/** A browser in which somebody is signed in. */
export interface SessionView {
  id: string;
  createdAt: Date;
  expiresAt: Date;
}

/** A token as its owner sees it after it was issued: never the token itself. */
export interface ApiTokenView {
  id: string;
  name: string;
  /** Its first characters, by which it is told apart. */
  prefix: string;
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt?: Date;
  revokedAt?: Date;
}

/** The sessions and tokens of one person, the newest first. */
export interface AccessReader {
  sessions(personId: string, now: Date): Promise<SessionView[]>;
  apiTokens(personId: string): Promise<ApiTokenView[]>;
}
