import {
  actorOf,
  endSessions,
  issueApiToken,
  listApiTokens,
  listSessions,
  revokeApiToken,
  SYSTEM_ACTOR,
} from "@fairlead/application";
import type { Actor } from "@fairlead/domain";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startWorld, type World } from "../../testing/start-world.ts";
import { accountStore } from "./account-store.ts";

let world: World;
let store: ReturnType<typeof accountStore>;

beforeAll(async () => {
  world = await startWorld();
  store = accountStore(world.database);
});
afterAll(() => world.stop());

const now = new Date();
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);

async function signIn(subject: string, groups: string[] = []): Promise<Actor> {
  const identity = { issuer: "https://id.example.com", subject, name: subject, groups };
  const { personId } = await store.savePerson(identity);
  return actorOf({ ...identity, personId, memberships: [] }, [], "session");
}

async function session(actor: Actor, tokenHash: string, expiresAt = inDays(1)): Promise<void> {
  await store.createSession({ tokenHash, personId: actor.personId, expiresAt });
}

const token = (hash: string) => ({ name: "laptop", hash, prefix: "fairlead_abc", expiresAt: inDays(30) });

describe("a person", () => {
  test("is the same at every sign-in, with the groups of the last one", async () => {
    const first = await signIn("dana", ["shipping-team"]);
    const again = await signIn("dana", ["storefront-team"]);
    expect(again.personId).toBe(first.personId);
    await session(again, "dana-1");
    const account = await store.findAccountBySession("dana-1", now);
    expect(account?.memberships).toEqual([{ team: "storefront-team", role: "developer" }]);
  });

  test("that is not active is not let in by session nor by token", async () => {
    const actor = await signIn("left");
    await session(actor, "left-1");
    await issueApiToken(world.deps, actor, token("left-token"));
    await world.database.pool.query("UPDATE person SET active = false WHERE id = $1", [actor.personId]);
    expect(await store.findAccountBySession("left-1", now)).toBeUndefined();
    expect(await store.findAccountByApiToken("left-token", now)).toBeUndefined();
  });
});

describe("a session", () => {
  test("is over when its time is", async () => {
    const actor = await signIn("late");
    await session(actor, "late-1", inDays(-1));
    expect(await store.findAccountBySession("late-1", now)).toBeUndefined();
    expect(await listSessions(world.deps, actor)).toEqual([]);
  });

  test("is ended by its owner at once: one, or all", async () => {
    const actor = await signIn("owner");
    for (const hash of ["owner-1", "owner-2", "owner-3"]) await session(actor, hash);
    const [newest] = await listSessions(world.deps, actor);
    expect(await endSessions(world.deps, actor, { sessionId: newest?.id ?? "" })).toBe(1);
    expect(await endSessions(world.deps, actor)).toBe(2);
    expect(await store.findAccountBySession("owner-1", now)).toBeUndefined();
  });

  test("of somebody else takes a platform engineer", async () => {
    const [actor, other] = [await signIn("victim"), await signIn("other")];
    await session(actor, "victim-1");
    const end = async (by: Actor) => endSessions(world.deps, by, { personId: actor.personId });
    await expect(end(other)).rejects.toMatchObject({ code: "forbidden" });
    expect(await store.findAccountBySession("victim-1", now)).toBeDefined();
    expect(await end(SYSTEM_ACTOR)).toBe(1);
  });
});

describe("an API token", () => {
  test("acts for its owner until it is revoked, and is never shown again", async () => {
    const actor = await signIn("robot");
    const { id } = await issueApiToken(world.deps, actor, token("robot-token"));
    expect(await store.findAccountByApiToken("robot-token", now)).toMatchObject({ personId: actor.personId });
    expect(await listApiTokens(world.deps, actor)).toEqual([
      {
        id,
        name: "laptop",
        prefix: "fairlead_abc",
        createdAt: expect.any(Date),
        expiresAt: inDays(30),
        lastUsedAt: now,
      },
    ]);
    await revokeApiToken(world.deps, actor, id);
    expect(await store.findAccountByApiToken("robot-token", now)).toBeUndefined();
    await expect(revokeApiToken(world.deps, actor, id)).rejects.toMatchObject({ code: "not-found" });
  });

  test("of somebody else is not there", async () => {
    const { id } = await issueApiToken(world.deps, await signIn("holder"), token("holder-token"));
    for (const wrong of [id, "no-id"])
      await expect(revokeApiToken(world.deps, await signIn("thief"), wrong)).rejects.toMatchObject({
        code: "not-found",
      });
    expect(await store.findAccountByApiToken("holder-token", now)).toBeDefined();
  });

  test("is valid for a year at most", async () => {
    const actor = await signIn("greedy");
    const attempt = issueApiToken(world.deps, actor, { ...token("greedy-token"), expiresAt: inDays(5000) });
    await expect(attempt).rejects.toMatchObject({ code: "invalid" });
  });
});
