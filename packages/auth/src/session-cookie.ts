/** The cookie that holds the session token. `__Host-` binds it to this host and to https (RFC 6265bis, 4.1.3.2). */
export function sessionCookie(portalUrl: string) {
  const secure = portalUrl.startsWith("https:");
  return {
    name: secure ? "__Host-fairlead-session" : "fairlead-session",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure },
  } as const;
}

/** A cookie's value in a `Cookie` header. */
export function readCookie(header: string | null, name: string): string | undefined {
  for (const pair of header?.split(";") ?? []) {
    const [key, ...value] = pair.split("=");
    if (key?.trim() === name) return value.join("=").trim();
  }
  return undefined;
}
