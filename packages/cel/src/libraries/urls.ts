import { type CelLibrary, evaluationError, SYNC } from "./library.ts";
import { parseUrl, Url } from "./url-value.ts";

const TYPE = "kubernetes.URL";

/** https://pkg.go.dev/k8s.io/apiserver/pkg/cel/library#URLs */
export const urls: CelLibrary = {
  name: "urls",
  sinceMinor: 0,
  register(environment) {
    environment
      .registerType(TYPE, Url)
      .registerOperator(`${TYPE} == ${TYPE}`, (a: Url, b: Url) => a.text === b.text)
      .registerFunction(`url(string): ${TYPE}`, parse, SYNC)
      .registerFunction("isURL(string): bool", (text: string) => parseUrl(text) !== undefined, SYNC)
      .registerFunction(`${TYPE}.getScheme(): string`, (url: Url) => url.scheme, SYNC)
      .registerFunction(`${TYPE}.getHost(): string`, (url: Url) => url.host, SYNC)
      .registerFunction(`${TYPE}.getHostname(): string`, (url: Url) => url.hostname, SYNC)
      .registerFunction(`${TYPE}.getPort(): string`, (url: Url) => url.port, SYNC)
      .registerFunction(`${TYPE}.getEscapedPath(): string`, (url: Url) => url.escapedPath, SYNC)
      .registerFunction(`${TYPE}.getQuery(): map<string, list<string>>`, (url: Url) => url.query(), SYNC);
  },
};

function parse(text: string): Url {
  const url = parseUrl(text);
  if (url === undefined) throw evaluationError(`URL parse error during conversion from string: ${text.slice(0, 200)}`);
  return url;
}
