import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import Provider from "oidc-provider";
import { rememberedSecret } from "../process/remembered-secret.ts";
import { memoryAdapter } from "./memory-adapter.ts";
import { contentPolicy } from "./page.ts";
import { findPerson } from "./people.ts";
import { failurePage, signInPage } from "./sign-in-page.ts";
import { signingKeys } from "./signing-keys.ts";

export interface IdentityProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  stop(): Promise<void>;
}

export interface IdentityOptions {
  home: string;
  port: number;
  portalUrl: string;
  /** It lets everybody in, so it must be asked for by name. */
  mode: "sandbox";
}

const CLIENT_ID = "fairlead";
/** Only the way through the pages matters: the portal keeps none of it. */
const TTL_SECONDS = { Interaction: 3600, Grant: 3600, Session: 3600, AccessToken: 600, IdToken: 600 };
const INTERACTION = /^\/interaction\/[\w-]+$/;

/** A real OIDC provider with three people and no passwords. Listens on 127.0.0.1 and answers to that name alone. */
export async function startIdentityProvider(options: IdentityOptions): Promise<IdentityProvider> {
  if (options.mode !== "sandbox") throw new Error("The identity provider without passwords is for the sandbox only.");
  const { home, port, portalUrl } = options;
  const host = `127.0.0.1:${port}`;
  const issuer = `http://${host}`;
  const clientSecret = rememberedSecret(home, "identity-client-secret");
  const provider = createProvider({ issuer, clientSecret, home, portalUrl });
  const callback = provider.callback();
  const policy = contentPolicy(portalUrl);

  const server = createServer((request, response) => {
    // A page from elsewhere may point a name of its own at this address; it gets nothing under that name.
    if (request.headers.host !== host) return void response.writeHead(421).end();
    request.headers.cookie = withoutSession(request.headers.cookie);
    const path = new URL(request.url ?? "/", issuer).pathname;
    if (!INTERACTION.test(path)) return void callback(request, response);
    choose(provider, request, response, { policy, path }).catch(() =>
      sendPage(response, 400, policy, failurePage(portalUrl)),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    issuer,
    clientId: CLIENT_ID,
    clientSecret,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function createProvider(options: { issuer: string; clientSecret: string; home: string; portalUrl: string }): Provider {
  const { issuer, clientSecret, home, portalUrl } = options;
  const provider = new Provider(issuer, {
    adapter: memoryAdapter(),
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: clientSecret,
        redirect_uris: [`${portalUrl}/api/auth/callback/oidc`],
        post_logout_redirect_uris: [portalUrl],
      },
    ],
    claims: { profile: ["name", "groups"], email: ["email", "email_verified"] },
    scopes: ["openid", "profile", "email"],
    // Name and groups are in the ID token, too.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    jwks: { keys: signingKeys(home) },
    cookies: { keys: [rememberedSecret(home, "identity-cookie-secret")] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    ttl: TTL_SECONDS,
    findAccount: (_context, id) => {
      const person = findPerson(id);
      if (person === undefined) return undefined;
      const { name, email, groups } = person;
      return {
        accountId: id,
        claims: () => ({ sub: id, name, email, email_verified: true, groups: [...groups] }),
      };
    },
    // Nobody is asked whether the sandbox may know who they chose to be.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({ clientId: CLIENT_ID, accountId: oidc.session?.accountId ?? "" });
      grant.addOIDCScope("openid profile email");
      await grant.save();
      return grant;
    },
    renderError: (context) => {
      context.type = "html";
      context.set("Content-Security-Policy", contentPolicy(portalUrl));
      context.body = failurePage(portalUrl);
    },
  });
  return provider;
}

/** Each sign-in asks anew: here one changes who one is, so that nobody is remembered. */
function withoutSession(cookies: string | undefined): string {
  const pairs = cookies?.split(";") ?? [];
  return pairs.filter((pair) => !pair.trim().startsWith("_session")).join(";");
}

async function choose(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
  { policy, path }: { policy: string; path: string },
): Promise<void> {
  // Throws where this browser has no such sign-in under way.
  await provider.interactionDetails(request, response);
  if (request.method !== "POST") return sendPage(response, 200, policy, signInPage(path));
  const person = findPerson(new URLSearchParams(await text(request)).get("person") ?? "");
  if (person === undefined) return sendPage(response, 400, policy, signInPage(path));
  await provider.interactionFinished(request, response, { login: { accountId: person.id } });
}

function sendPage(response: ServerResponse, status: number, policy: string, html: string): void {
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": policy,
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
  });
  response.end(html);
}
