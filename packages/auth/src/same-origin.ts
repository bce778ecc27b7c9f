/**
 * Whether a request comes from a page of this portal, as the browser itself says (Fetch Metadata), or by its Origin
 * where a browser does not say.
 */
export function isSameOrigin(headers: Headers, portalUrl: string): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  return headers.get("origin") === new URL(portalUrl).origin;
}
