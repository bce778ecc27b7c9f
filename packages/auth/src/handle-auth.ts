import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { type AuthDeps, authOptions } from "./auth-options.ts";
import { PROVIDER_ID } from "./oidc-provider.ts";

interface RouteContext {
  params: Promise<{ nextauth: string[] }>;
}

/**
 * The part of next-auth that Fairlead uses. Left out: `session`, which prolongs sessions; `providers`; and `_log`,
 * which writes strangers' words into our log.
 */
const OFFERED = {
  GET: ["csrf", "error", "signin", "signout", `callback/${PROVIDER_ID}`],
  POST: [`signin/${PROVIDER_ID}`, "signout"],
} as const satisfies Record<string, readonly string[]>;

export function isOffered(method: string, path: readonly string[]): boolean {
  const offered: readonly string[] = method === "GET" ? OFFERED.GET : method === "POST" ? OFFERED.POST : [];
  return offered.includes(path.join("/"));
}

/** Answers /api/auth/**. Needs NEXTAUTH_URL in the environment of the process: next-auth reads it from nowhere else. */
export async function handleAuth(deps: AuthDeps, request: NextRequest, context: RouteContext): Promise<Response> {
  const { nextauth } = await context.params;
  if (!isOffered(request.method, nextauth)) return new Response(null, { status: 404 });
  const response: Response = await NextAuth(request, context, authOptions(deps));
  response.headers.set("cache-control", "no-store");
  return response;
}
