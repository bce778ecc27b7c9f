/** A browser as far as sign-in needs one: it keeps cookies per host and port, and follows nothing by itself. */
export function cookieJar() {
  const jars = new Map<string, Map<string, string>>();
  const jar = (url: string) => {
    const { host } = new URL(url);
    const found = jars.get(host) ?? new Map<string, string>();
    jars.set(host, found);
    return found;
  };

  async function send(url: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set("cookie", header(url));
    const response = await fetch(url, { ...init, headers, redirect: "manual" });
    for (const cookie of response.headers.getSetCookie()) keep(url, cookie);
    return response;
  }

  function keep(url: string, cookie: string) {
    const [pair = "", ...attributes] = cookie.split(";");
    const name = pair.slice(0, pair.indexOf("="));
    const value = pair.slice(pair.indexOf("=") + 1);
    const over = attributes.some((attribute) => {
      const [key, when = ""] = attribute.trim().split("=");
      return key?.toLowerCase() === "expires" && new Date(when).getTime() < Date.now();
    });
    if (value === "" || over) jar(url).delete(name);
    else jar(url).set(name, value);
  }

  function header(url: string): string {
    return [...jar(url)].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  return {
    header,
    get: (url: string) => send(url),
    post: (url: string, form: Record<string, string>) => send(url, { method: "POST", body: new URLSearchParams(form) }),
    async json(url: string): Promise<Record<string, unknown>> {
      return await (await send(url)).json();
    },
    value: (url: string, name: string) => jar(url).get(name),
    clear: (url: string) => jar(url).clear(),
  };
}
