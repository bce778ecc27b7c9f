// Scheme, authority, path and query of https://www.rfc-editor.org/rfc/rfc3986#appendix-B. A fragment is part of what
// precedes it, as in Go's ParseRequestURI, which Kubernetes uses.
const PARTS = /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?:\/\/([^/?]*))?([^?]*)(?:\?(.*))?$/su;
const BAD_ESCAPE = /%(?![0-9A-Fa-f]{2})/;
const HOST = /^(?:\[([0-9A-Fa-f:.]+)\]|((?:[A-Za-z0-9._~!$&'()*+,;=-]|%[0-9A-Fa-f]{2}|[^\0-\x7f])*))(?::(\d*))?$/u;

/** An absolute address or an absolute path, taken apart and not changed. */
export class Url {
  readonly text: string;
  readonly scheme: string;
  /** With the port. */
  readonly host: string;
  readonly hostname: string;
  readonly port: string;
  readonly escapedPath: string;
  readonly #query: string;

  constructor(parts: {
    text: string;
    scheme: string;
    host: string;
    hostname: string;
    port: string;
    path: string;
    query: string;
  }) {
    this.text = parts.text;
    this.scheme = parts.scheme;
    this.host = parts.host;
    this.hostname = parts.hostname;
    this.port = parts.port;
    this.escapedPath = parts.path;
    this.#query = parts.query;
  }

  query(): Record<string, string[]> {
    const values: Record<string, string[]> = {};
    for (const [key, value] of new URLSearchParams(this.#query)) {
      if (Object.hasOwn(values, key)) values[key]?.push(value);
      else values[key] = [value];
    }
    return values;
  }

  toString(): string {
    return this.text;
  }
}

export function parseUrl(text: string): Url | undefined {
  const match = PARTS.exec(text);
  if (match === null || text === "" || hasControl(text)) return undefined;
  const [, scheme = "", authority, path = "", query = ""] = match;
  if (BAD_ESCAPE.test(path) || (scheme === "" && !text.startsWith("/"))) return undefined;
  if (authority === undefined) {
    return new Url({
      text,
      scheme: scheme.toLowerCase(),
      host: "",
      hostname: "",
      port: "",
      path: path.startsWith("/") ? path : "",
      query,
    });
  }
  const host = authority.slice(authority.lastIndexOf("@") + 1);
  const named = HOST.exec(host);
  if (named === null) return undefined;
  const [, address, name = "", port = ""] = named;
  return new Url({
    text,
    scheme: scheme.toLowerCase(),
    host,
    hostname: address ?? name,
    port,
    path: encodePath(path),
    query,
  });
}

function hasControl(text: string): boolean {
  for (const character of text) if (character < " " || character === "\u007f") return true;
  return false;
}

function encodePath(path: string): string {
  return path.replace(/[^A-Za-z0-9\-._~!$&'()*+,;=:@/%[\]]/gu, encodeURIComponent);
}
