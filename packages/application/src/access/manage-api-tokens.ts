import { type Actor, AppError, decide } from "@fairlead/domain";
import type { Deps } from "../deps.ts";
import type { ApiTokenView } from "./access-reader.ts";
import type { NewApiToken } from "./access-store.ts";
import { mutate } from "./mutate.ts";
import { requirePermission } from "./require-permission.ts";

const MAX_DAYS = 366;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The actor's own tokens, those that are over included. */
export async function listApiTokens(deps: Pick<Deps, "read">, actor: Actor): Promise<ApiTokenView[]> {
  requirePermission(actor, "account.own");
  return actor.personId === "" ? [] : deps.read.access.apiTokens(actor.personId);
}

/**
 * Gives the actor a token with their own rights. The caller made it and shows it once; only its hash comes here.
 *
 * @throws AppError `invalid` for one that would be valid for more than a year
 */
export function issueApiToken(
  deps: Pick<Deps, "transact" | "now">,
  actor: Actor,
  token: NewApiToken,
): Promise<{ id: string }> {
  return mutate(deps, actor, { permission: "account.own" }, async (tx) => {
    const now = deps.now().getTime();
    if (token.expiresAt.getTime() <= now || token.expiresAt.getTime() > now + MAX_DAYS * DAY_MS)
      throw new AppError("invalid", "A token is valid for a year at most. Choose a day before that.");
    const result = await tx.access.addApiToken(actor.personId, token);
    const details = {
      summary: `Issued the token ${token.name} until ${token.expiresAt.toISOString().slice(0, 10)}`,
      prefix: token.prefix,
    };
    return { result, audit: [{ action: "token.issue", subject: { kind: "Person", name: actor.name }, details }] };
  });
}

/** Ends a token at once. Another person's takes a platform engineer; for everybody else it is not there. */
export function revokeApiToken(deps: Pick<Deps, "transact" | "now">, actor: Actor, id: string): Promise<void> {
  return mutate(deps, actor, { permission: "account.own" }, async (tx) => {
    const found = await tx.access.findApiToken(id);
    if (found === undefined || !(found.personId === actor.personId || decide(actor, "account.end").allowed))
      throw new AppError("not-found", "There is no such token, or it is revoked already.");
    await tx.access.revokeApiToken(id, deps.now());
    const record = {
      action: "token.revoke",
      subject: { kind: "Person", name: found.name },
      details: { summary: `Revoked the token ${found.token} of ${found.name}` },
    };
    return { result: undefined, audit: [record] };
  });
}
