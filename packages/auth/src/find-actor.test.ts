import { memoryAccountStore } from "@fairlead/testing";
import { beforeEach, describe, expect, test } from "vitest";
import { type ActorDeps, findSessionActor, findTokenActor } from "./find-actor.ts";
import { hashToken, newApiToken, newSessionToken } from "./token.ts";

const NOW = new Date("2026-11-24T12:00:00Z");
const LATER = new Date("2026-11-25T12:00:00Z");

let store = memoryAccountStore();
let deps: ActorDeps;
let session: string;
let token: string;

beforeEach(async () => {
  store = memoryAccountStore();
  deps = { store, portalUrl: "https://fairlead.test", platformGroups: ["platform"], now: () => NOW };
  store.groupRoles["shipping-team"] = { team: "shipping-team", role: "developer" };
  const identity = { issuer: "i", subject: "dana", name: "Dana", groups: ["shipping-team"] };
  const { personId } = await store.savePerson(identity);
  session = newSessionToken();
  await store.createSession({ tokenHash: hashToken(session), personId, expiresAt: LATER });
  const made = newApiToken();
  token = made.token;
  await store.createApiToken({ hash: made.hash, prefix: made.prefix, name: "ci", personId, expiresAt: LATER });
});

const cookie = (value: string) => new Headers({ cookie: `a=b; __Host-fairlead-session=${value}; c=d` });
const bearer = (value: string) => new Headers({ authorization: `Bearer ${value}` });

describe("a browser", () => {
  test("is who its session cookie says", async () => {
    expect(await findSessionActor(deps, cookie(session))).toMatchObject({
      name: "Dana",
      via: "session",
      memberships: [{ team: "shipping-team", role: "developer" }],
    });
  });

  test("is nobody without a cookie, with a made-up one, or when the session is over", async () => {
    expect(await findSessionActor(deps, new Headers())).toBeUndefined();
    expect(await findSessionActor(deps, cookie(newSessionToken()))).toBeUndefined();
    expect(await findSessionActor({ ...deps, now: () => LATER }, cookie(session))).toBeUndefined();
  });

  test("is nobody by a token", async () => {
    expect(await findSessionActor(deps, bearer(token))).toBeUndefined();
  });

  test("over http has another cookie, so that https never takes it", async () => {
    const plain = new Headers({ cookie: `fairlead-session=${session}` });
    expect(await findSessionActor(deps, plain)).toBeUndefined();
    expect(await findSessionActor({ ...deps, portalUrl: "http://127.0.0.1:3000" }, plain)).toBeDefined();
  });
});

describe("a program", () => {
  test("is who its token says", async () => {
    expect(await findTokenActor(deps, bearer(token))).toMatchObject({ name: "Dana", via: "token" });
  });

  test("is nobody by a cookie, a made-up token, or one that is over", async () => {
    expect(await findTokenActor(deps, cookie(session))).toBeUndefined();
    expect(await findTokenActor(deps, bearer(newApiToken().token))).toBeUndefined();
    expect(await findTokenActor({ ...deps, now: () => LATER }, bearer(token))).toBeUndefined();
    expect(await findTokenActor(deps, new Headers({ authorization: `Basic ${token}` }))).toBeUndefined();
  });

  test("is a platform engineer by a group of the identity provider alone", async () => {
    expect(await findTokenActor({ ...deps, platformGroups: ["shipping-team"] }, bearer(token))).toMatchObject({
      platformEngineer: true,
    });
    expect(await findTokenActor({ ...deps, platformGroups: [] }, bearer(token))).toMatchObject({
      platformEngineer: false,
    });
  });
});
