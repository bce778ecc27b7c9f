import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { AccountStore } from "@fairlead/application";
import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth from "next-auth";
import { authOptions } from "../auth-options.ts";
import { isOffered } from "../handle-auth.ts";
import { readCookie } from "../session-cookie.ts";
import { CLIENT } from "./start-provider.ts";

/**
 * next-auth with our options behind plain HTTP. The portal calls it from a Next route, which only runs inside Next;
 * this goes in by next-auth's other door, with the same options and the same choice of what is offered.
 */
export async function startPortal(store: () => AccountStore) {
  const log: string[] = [];
  let issuer = "";
  let url = "";
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://portal");
    const path = pathname.split("/").slice(3);
    if (!isOffered(request.method ?? "GET", path)) return response.writeHead(404).end();
    return readForm(request).then((body) => {
      const options = authOptions({
        store: store(),
        oidc: {
          issuer,
          clientId: CLIENT.id,
          clientSecret: CLIENT.secret,
          scope: "openid profile email groups",
          groupsClaim: "groups",
        },
        portalUrl: url,
        secret: "0123456789abcdef0123456789abcdef",
        log: { error: (code, reason) => log.push(`${code} ${reason}`), warn: (code) => log.push(code) },
      });
      const query = { ...Object.fromEntries(searchParams), nextauth: path };
      const incoming = Object.assign(request, { body, query, cookies: cookiesOf(request) });
      return NextAuth(incoming as unknown as NextApiRequest, withShortcuts(response), options);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.env.NEXTAUTH_URL = url;
  return {
    url,
    log,
    useIssuer: (value: string) => {
      issuer = value;
    },
    stop: () => new Promise<unknown>((resolve) => server.close(resolve).closeAllConnections()),
  };
}

async function readForm(request: IncomingMessage): Promise<Record<string, string>> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return Object.fromEntries(new URLSearchParams(text));
}

function cookiesOf(request: IncomingMessage): Record<string, string> {
  const header = request.headers.cookie ?? "";
  const names = header.split(";").map((pair) => pair.split("=")[0]?.trim() ?? "");
  return Object.fromEntries(names.map((name) => [name, decodeURIComponent(readCookie(header, name) ?? "")]));
}

/** The three methods that Next adds to a response. */
function withShortcuts(response: ServerResponse): NextApiResponse {
  const extended = Object.assign(response, {
    status: (code: number) => Object.assign(extended, { statusCode: code }),
    json: (body: unknown) => extended.setHeader("content-type", "application/json").end(JSON.stringify(body)),
    send: (body: unknown) => extended.end(typeof body === "string" ? body : JSON.stringify(body)),
  });
  return extended as unknown as NextApiResponse;
}
