import { createHash, randomBytes } from "node:crypto";

/** What the database keeps of a session or an API token. The token has 256 random bits, so a plain hash is enough. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

export function newSessionToken(): string {
  return randomBytes(32).toString("base64url");
}

/** API tokens begin alike, so that scanners and people recognise one that leaked. */
const API_TOKEN_MARK = "fairlead_";
const PREFIX_LENGTH = API_TOKEN_MARK.length + 6;

/** A new API token: shown once to its owner; only `hash` and `prefix` are kept. */
export function newApiToken(): { token: string; hash: string; prefix: string } {
  const token = `${API_TOKEN_MARK}${randomBytes(32).toString("base64url")}`;
  return { token, hash: hashToken(token), prefix: token.slice(0, PREFIX_LENGTH) };
}
