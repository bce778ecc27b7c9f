import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";
import type { cookieJar } from "./cookie-jar.ts";

export const CLIENT = { id: "fairlead", secret: "for-this-test-only" };

/** A real OIDC provider on loopback, with its own sign-in and consent pages. Groups come by userinfo alone. */
export async function startProvider(redirectUri: string) {
  const people: Record<string, { name: string; groups: string[] }> = {
    dana: { name: "Dana", groups: ["shipping-team"] },
    pat: { name: "Pat", groups: ["platform-engineers"] },
  };
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri] }],
    claims: { profile: ["name"], email: ["email"], groups: ["groups"] },
    scopes: ["openid", "profile", "email", "groups"],
    pkce: { required: () => true },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, email: `${id}@fairlead.example`, ...people[id] }),
    }),
    cookies: { keys: ["test"] },
  });
  server.on("request", provider.callback());

  /** Goes through the provider's pages as `login` until the portal shows a page of its own. */
  async function follow(browser: ReturnType<typeof cookieJar>, start: string, login: string): Promise<string> {
    let url = start;
    for (let step = 0; step < 20; step++) {
      const at = new URL(url);
      if (at.origin !== issuer && !at.pathname.startsWith("/api/auth/")) return url;
      const response = at.pathname.startsWith("/interaction/")
        ? await answer(browser, url, login)
        : await browser.get(url);
      const location = response.headers.get("location");
      if (location === null) throw new Error(`${response.status} without a redirect at ${url}`);
      url = new URL(location, url).href;
    }
    throw new Error("the sign-in never ended");
  }

  async function answer(browser: ReturnType<typeof cookieJar>, url: string, login: string): Promise<Response> {
    const page = await (await browser.get(url)).text();
    const prompt = page.includes('value="consent"') ? "consent" : "login";
    return browser.post(url, { prompt, login, password: "any" });
  }

  return {
    issuer,
    people,
    follow,
    forget: (browser: ReturnType<typeof cookieJar>) => browser.clear(issuer),
    stop: () => new Promise<unknown>((resolve) => server.close(resolve).closeAllConnections()),
  };
}
