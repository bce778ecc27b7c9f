import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { request } from "node:http";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freePort } from "../process/free-port.ts";
import { PEOPLE } from "./people.ts";
import { type IdentityProvider, startIdentityProvider } from "./start-identity-provider.ts";

const portalUrl = "http://localhost:3000";
const redirectUri = `${portalUrl}/api/auth/callback/oidc`;
let home = "";
let port = 0;
let provider: IdentityProvider;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "fairlead-idp-"));
  port = await freePort();
  provider = await startIdentityProvider({ home, port, portalUrl, mode: "sandbox" });
});
afterAll(async () => {
  await provider.stop();
  rmSync(home, { recursive: true, force: true });
});

/** A browser as far as this needs one. */
function browser() {
  const cookies = new Map<string, string>();
  return async (address: string, form?: Record<string, string>): Promise<Response> => {
    const response = await fetch(address, {
      redirect: "manual",
      headers: { cookie: [...cookies].map((pair) => pair.join("=")).join("; ") },
      ...(form === undefined ? {} : { method: "POST", body: new URLSearchParams(form) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    return response;
  };
}

const verifier = randomBytes(32).toString("base64url");
function authorizationUrl(more: Record<string, string> = {}): string {
  const query = new URLSearchParams({
    client_id: provider.clientId,
    redirect_uri: redirectUri,
    response_type: "code",
    scope: "openid profile email",
    state: "the-state",
    nonce: "the-nonce",
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    ...more,
  });
  return `${provider.issuer}/auth?${query}`;
}

async function chooserOf(visit: ReturnType<typeof browser>): Promise<string> {
  const begun = await visit(authorizationUrl());
  return new URL(begun.headers.get("location") ?? "", provider.issuer).href;
}

/** Chooses a person and follows the redirects up to the portal's door. */
async function signIn(visit: ReturnType<typeof browser>, person: string): Promise<URL> {
  let response = await visit(await chooserOf(visit), { person });
  for (let step = 0; step < 10; step++) {
    const location = new URL(response.headers.get("location") ?? "", provider.issuer);
    if (location.origin === portalUrl) return location;
    response = await visit(location.href);
  }
  throw new Error(`The sign-in never ended: ${await response.text()}`);
}

async function exchange(code: string): Promise<{ id_token: string; access_token: string }> {
  const response = await fetch(`${provider.issuer}/token`, {
    method: "POST",
    headers: {
      authorization: `Basic ${Buffer.from(`${provider.clientId}:${provider.clientSecret}`).toString("base64")}`,
    },
    body: new URLSearchParams({
      grant_type: "authorization_code",
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
    }),
  });
  expect(response.status).toBe(200);
  return response.json();
}

describe("signing in", () => {
  test.each(Object.values(PEOPLE))("as $name tells who they are and their groups", async (person) => {
    const landed = await signIn(browser(), person.id);
    expect(landed.searchParams.get("state")).toBe("the-state");
    const tokens = await exchange(landed.searchParams.get("code") ?? "");
    const claims = JSON.parse(Buffer.from(tokens.id_token.split(".")[1] ?? "", "base64url").toString("utf8"));
    const expected = { sub: person.id, name: person.name, email: person.email, groups: person.groups };
    expect(claims).toMatchObject({ ...expected, iss: provider.issuer, nonce: "the-nonce" });
    const userinfo = await fetch(`${provider.issuer}/me`, {
      headers: { authorization: `Bearer ${tokens.access_token}` },
    });
    expect(await userinfo.json()).toMatchObject(expected);
  });

  test("asks each time who one is", async () => {
    const visit = browser();
    await signIn(visit, "dana");
    const page = await visit(await chooserOf(visit));
    expect(await page.text()).toContain("Pat Lindqvist");
    expect((await signIn(visit, "pat")).searchParams.get("code")).not.toBeNull();
  });

  test("says that it is simulated, runs no script, and posts to itself and the portal only", async () => {
    const visit = browser();
    const page = await visit(await chooserOf(visit));
    expect(await page.text()).toContain("There are no passwords here; it listens on this machine only.");
    const policy = page.headers.get("content-security-policy");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`form-action 'self' ${portalUrl};`);
  });

  test("takes nobody who is not on the page", async () => {
    const visit = browser();
    expect((await visit(await chooserOf(visit), { person: "root" })).status).toBe(400);
  });

  test("leads back where somebody else's browser goes on with it", async () => {
    const chooser = await chooserOf(browser());
    const page = await browser()(chooser, { person: "pat" });
    expect(page.status).toBe(400);
    expect(await page.text()).toContain("Go back to Fairlead");
  });

  test.each([
    ["without PKCE", { code_challenge: "" }],
    ["for another address", { redirect_uri: "http://elsewhere.example/callback" }],
  ])("is refused %s", async (_name, more) => {
    const response = await browser()(authorizationUrl(more));
    const location = new URL(response.headers.get("location") ?? "about:blank");
    expect(response.status === 400 || location.searchParams.has("error")).toBe(true);
  });
});

test("answers to no other name, so that no page from elsewhere can speak with it", async () => {
  const status = await new Promise((resolve, reject) => {
    request({ host: "127.0.0.1", port, path: "/auth", headers: { host: `evil.example:${port}` } }, (response) =>
      resolve(response.statusCode),
    )
      .once("error", reject)
      .end();
  });
  expect(status).toBe(421);
});

test("listens on loopback only", async () => {
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((address) => address?.family === "IPv4" && !address.internal);
  if (outside === undefined) return;
  await expect(fetch(`http://${outside.address}:${port}/auth`)).rejects.toThrow();
});

test("starts for the sandbox only", async () => {
  const options = { home, port: 0, portalUrl, mode: "production" };
  await expect(startIdentityProvider(options as never)).rejects.toThrow("sandbox only");
});

test("keeps its keys to its owner, and signs with them after a restart", async () => {
  const keysOf = async () => (await fetch(`${provider.issuer}/jwks`)).json();
  const before = await keysOf();
  await provider.stop();
  provider = await startIdentityProvider({ home, port, portalUrl, mode: "sandbox" });
  // The connection kept from before may be found closed first.
  await expect.poll(keysOf).toEqual(before);
  expect(statSync(join(home, "identity-keys.json")).mode & 0o777).toBe(0o600);
});
