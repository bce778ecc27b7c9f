import { AppError } from "@fairlead/domain";
import { PUBLIC, type RestRoute } from "./rest-route.ts";

export const REST_ROOT = "/api/v1";

/** The route that a request means, with what its address says. */
export function matchRoute(routes: readonly RestRoute[], request: Request) {
  const found = findRoute(routes, request);
  if (found !== undefined) return found;
  throw new AppError(
    "not-found",
    `There is no ${request.method} ${new URL(request.url).pathname}. See docs/openapi.yaml.`,
  );
}

/** The same for a stranger; `undefined` where it takes a token to be told more. */
export function matchPublicRoute(routes: readonly RestRoute[], request: Request) {
  return findRoute(
    routes.filter(({ permission }) => permission === PUBLIC),
    request,
  );
}

function findRoute(routes: readonly RestRoute[], request: Request) {
  const url = new URL(request.url);
  const path = url.pathname.slice(REST_ROOT.length);
  for (const route of routes) {
    const params = route.method === request.method ? matchPath(route.path, path) : undefined;
    if (params !== undefined) return { route, params, query: Object.fromEntries(url.searchParams) };
  }
  return undefined;
}

/** `/services/{name}` against `/services/cart` gives `{name: "cart"}`; `undefined` where they differ. */
function matchPath(template: string, path: string): Record<string, string> | undefined {
  const wanted = template.split("/");
  const given = path.split("/");
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const value = given[index] ?? "";
    const name = /^\{(\w+)\}$/.exec(segment)?.[1];
    if (name !== undefined && value !== "") params[name] = decode(value);
    else if (segment !== value) return undefined;
  }
  return params;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new AppError("invalid", "The address holds a broken percent sign. Encode it as %25.");
  }
}
