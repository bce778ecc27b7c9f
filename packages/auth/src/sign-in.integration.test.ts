import { memoryAccountStore } from "@fairlead/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findSessionActor } from "./find-actor.ts";
import { cookieJar } from "./test/cookie-jar.ts";
import { startPortal } from "./test/start-portal.ts";
import { startProvider } from "./test/start-provider.ts";

let provider: Awaited<ReturnType<typeof startProvider>>;
let portal: Awaited<ReturnType<typeof startPortal>>;
let store = memoryAccountStore();

beforeAll(async () => {
  portal = await startPortal(() => store);
  provider = await startProvider(`${portal.url}/api/auth/callback/oidc`);
  portal.useIssuer(provider.issuer);
});
afterAll(async () => {
  await portal.stop();
  await provider.stop();
});
beforeEach(() => {
  store = memoryAccountStore();
});

/** Signs in as a browser does: CSRF token, sign-in, the provider's pages, the callback. */
async function signIn(login: string, browser = cookieJar()) {
  const csrf = await browser.json(`${portal.url}/api/auth/csrf`);
  const start = await browser.post(`${portal.url}/api/auth/signin/oidc`, {
    csrfToken: String(csrf.csrfToken),
    callbackUrl: "/services",
    json: "true",
  });
  const { url } = await start.json();
  const landed = await provider.follow(browser, url, login);
  return { browser, authorization: new URL(url), landed };
}

function actorOf(browser: ReturnType<typeof cookieJar>) {
  const deps = { store, portalUrl: portal.url, platformGroups: ["platform-engineers"], now: () => new Date() };
  return findSessionActor(deps, new Headers({ cookie: browser.header(portal.url) }));
}

describe("signing in", () => {
  test("goes by code flow with PKCE, state and nonce, and comes back to where it began", async () => {
    const { authorization, landed } = await signIn("pat");
    expect(Object.fromEntries(authorization.searchParams)).toMatchObject({
      response_type: "code",
      code_challenge_method: "S256",
      code_challenge: expect.any(String),
      state: expect.any(String),
      nonce: expect.any(String),
    });
    expect(landed).toBe(`${portal.url}/services`);
  });

  test("makes an actor of the session, with groups that only userinfo tells", async () => {
    store.groupRoles["shipping-team"] = { team: "shipping-team", role: "developer" };
    const { browser } = await signIn("dana");
    expect(await actorOf(browser)).toMatchObject({
      name: "Dana",
      email: "dana@fairlead.example",
      memberships: [{ team: "shipping-team", role: "developer" }],
      platformEngineer: false,
      via: "session",
    });
    expect(await actorOf((await signIn("pat")).browser)).toMatchObject({ name: "Pat", platformEngineer: true });
  });

  test("brings groups up to date each time", async () => {
    await signIn("dana");
    provider.people.dana = { name: "Dana", groups: [] };
    await signIn("dana");
    expect([...store.people.values()].map(({ groups }) => groups)).toEqual([[]]);
  });

  test("keeps a hash of the session token, never the token", async () => {
    const { browser } = await signIn("pat");
    const token = browser.value(portal.url, "fairlead-session");
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(JSON.stringify([...store.sessions])).not.toContain(token);
  });

  test("as somebody else ends the session of who was there, and never joins the two", async () => {
    const { browser } = await signIn("dana");
    const first = browser.value(portal.url, "fairlead-session");
    provider.forget(browser);
    await signIn("pat", browser);
    expect(await actorOf(browser)).toMatchObject({ name: "Pat" });
    expect(store.sessions.size).toBe(1);
    expect(browser.value(portal.url, "fairlead-session")).not.toBe(first);
  });

  test("fails closed where the groups cannot be kept", async () => {
    store.savePerson = () => Promise.reject(new Error("the database is away"));
    const { browser, landed } = await signIn("dana");
    expect(landed).toBe(`${portal.url}/sign-in?error=Callback`);
    expect(await actorOf(browser)).toBeUndefined();
    expect(portal.log).toContain("SIGN_IN Error");
  });

  test("is refused for who is not active", async () => {
    await signIn("dana");
    for (const person of store.people.values()) person.active = false;
    expect((await signIn("dana")).landed).toBe(`${portal.url}/sign-in?error=AccessDenied`);
  });

  test("is refused without the CSRF token", async () => {
    const response = await cookieJar().post(`${portal.url}/api/auth/signin/oidc`, { csrfToken: "guessed" });
    expect(response.headers.get("location")).toContain("csrf=true");
  });

  test("is refused for a callback whose state is not this browser's", async () => {
    const response = await fetch(`${portal.url}/api/auth/callback/oidc?code=stolen&state=stolen`, {
      redirect: "manual",
    });
    expect(response.headers.get("location")).toContain("error=OAuthCallback");
    expect(store.sessions.size).toBe(0);
  });
});

describe("a session", () => {
  test("that is revoked counts for nothing from the next request on", async () => {
    const { browser } = await signIn("pat");
    store.sessions.clear();
    expect(await actorOf(browser)).toBeUndefined();
  });

  test("ends in the database on signing out", async () => {
    const { browser } = await signIn("pat");
    const csrf = await browser.json(`${portal.url}/api/auth/csrf`);
    await browser.post(`${portal.url}/api/auth/signout`, { csrfToken: String(csrf.csrfToken), json: "true" });
    expect(store.sessions.size).toBe(0);
    expect(browser.value(portal.url, "fairlead-session")).toBeUndefined();
  });
});
