import { type AccountStore, actorOf } from "@fairlead/application";
import type { Actor } from "@fairlead/domain";
import { readCookie, sessionCookie } from "./session-cookie.ts";
import { hashToken } from "./token.ts";

export interface ActorDeps {
  store: Pick<AccountStore, "findAccountBySession" | "findAccountByApiToken">;
  portalUrl: string;
  /** Identity-provider groups whose members are platform engineers. */
  platformGroups: readonly string[];
  now: () => Date;
}

/** Who acts by this browser's session: asked of the database each time, so a revoked session ends at once. */
export async function findSessionActor(deps: ActorDeps, headers: Headers): Promise<Actor | undefined> {
  const token = readCookie(headers.get("cookie"), sessionCookie(deps.portalUrl).name);
  if (token === undefined || token === "") return undefined;
  const account = await deps.store.findAccountBySession(hashToken(token), deps.now());
  return account === undefined ? undefined : actorOf(account, deps.platformGroups, "session");
}

const BEARER = /^Bearer ([A-Za-z0-9_-]{20,200})$/i;

/** Who acts by an API token. Cookies count for nothing here, so no other site can use a browser's session. */
export async function findTokenActor(deps: ActorDeps, headers: Headers): Promise<Actor | undefined> {
  const token = BEARER.exec(headers.get("authorization") ?? "")?.[1];
  if (token === undefined) return undefined;
  const account = await deps.store.findAccountByApiToken(hashToken(token), deps.now());
  return account === undefined ? undefined : actorOf(account, deps.platformGroups, "token");
}
