const ORIGIN = "http://portal.invalid";

/** Where to go after signing in: a path of ours, whatever the address says; never another host. */
export function callbackPath(wanted: string | undefined): string {
  if (wanted === undefined || !URL.canParse(wanted, ORIGIN)) return "/";
  const url = new URL(wanted, ORIGIN);
  return url.origin === ORIGIN ? `${url.pathname}${url.search}` : "/";
}
