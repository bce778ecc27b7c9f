import type { IdempotencyStore } from "@fairlead/application";
import { AppError } from "@fairlead/domain";
import type { ApiContext, ApiLog } from "../api-context.ts";
import { toAppError } from "../errors/to-app-error.ts";
import { idempotently, idempotentRequest } from "./idempotently.ts";
import { matchRoute } from "./match-route.ts";
import { problemResponse } from "./problem.ts";
import { readJsonBody } from "./read-json-body.ts";
import type { RestRoute } from "./rest-route.ts";

export interface RestDeps {
  routes: readonly RestRoute[];
  idempotency: IdempotencyStore;
  /** The context of a request, its actor found by Bearer token alone. */
  context(headers: Headers): Promise<ApiContext>;
  log: ApiLog;
}

const DEFAULT_MAX_BYTES = 64 * 1024;

/** Answers /api/v1/**. Never throws: whatever goes wrong becomes a problem (RFC 9457). */
export async function handleRest(deps: RestDeps, request: Request): Promise<Response> {
  try {
    return await answer(deps, await deps.context(request.headers), request);
  } catch (thrown) {
    const error = toAppError(thrown);
    if (error.code === "internal") deps.log.internal(error, `${request.method} ${new URL(request.url).pathname}`);
    return problemResponse(error);
  }
}

async function answer(deps: RestDeps, context: ApiContext, request: Request): Promise<Response> {
  const { actor } = context;
  // Asked before the body is read, so that strangers cost nothing.
  if (actor === undefined) {
    throw new AppError("unauthenticated", "A valid token is missing. Send Authorization: Bearer <token>.");
  }
  const { route, params, query } = matchRoute(deps.routes, request);
  const body = route.body === undefined ? undefined : await readJsonBody(request, route.maxBytes ?? DEFAULT_MAX_BYTES);
  const act = async () => ({
    status: route.status,
    response: await route.run(context, { params, query, body }),
  });
  const key = route.method === "POST" ? idempotentRequest(request, actor.personId, routeName(route), body) : undefined;
  const { status, response } = await idempotently(deps.idempotency, key, act);
  return Response.json(response, { status, headers: { "cache-control": "no-store" } });
}

function routeName({ method, path }: RestRoute): string {
  return `${method} ${path}`;
}
