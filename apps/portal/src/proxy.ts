import { type NextRequest, NextResponse } from "next/server";
import { PATH_HEADER } from "./page/path-header.ts";
import { contentPolicy } from "./security/content-policy.ts";

const NONCE_BYTES = 16;

/**
 * Puts the content policy on every page: on the request too, where the renderer reads the nonce for its scripts.
 * No boundary of access: each procedure authorises by itself.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(NONCE_BYTES))));
  // Not a setting: the bundler puts "production" or "development" here.
  const policy = contentPolicy(nonce, process.env.NODE_ENV === "development");

  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set(PATH_HEADER, `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

export const config = { matcher: "/((?!api/|_next/static/|icon\\.svg).*)" };
