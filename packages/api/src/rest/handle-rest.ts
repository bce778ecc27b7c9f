import type { IdempotencyStore } from "@fairlead/application";
import { AppError } from "@fairlead/domain";
import type { ApiContext, ApiMonitor } from "../api-context.ts";
import { toAppError } from "../errors/to-app-error.ts";
import { idempotently, idempotentRequest } from "./idempotently.ts";
import { matchPublicRoute, matchRoute } from "./match-route.ts";
import { problemResponse } from "./problem.ts";
import { readJsonBody } from "./read-json-body.ts";
import type { RestRoute } from "./rest-route.ts";

export interface RestDeps {
  routes: readonly RestRoute[];
  idempotency: IdempotencyStore;
  /** The context of a request, its actor found by Bearer token alone. */
  context(headers: Headers): Promise<ApiContext>;
  monitor: ApiMonitor;
}

const DEFAULT_MAX_BYTES = 64 * 1024;

/** Answers /api/v1/**. Never throws: whatever goes wrong becomes a problem (RFC 9457). */
export async function handleRest(deps: RestDeps, request: Request): Promise<Response> {
  const began = performance.now();
  const call: Call = { route: "none" };
  const { response, outcome } = await answer(deps, request, call).then(
    (answered) => ({ response: answered, outcome: "ok" as const }),
    (thrown: unknown) => {
      const error = toAppError(thrown);
      if (error.code === "internal") deps.monitor.internal(error, call.route);
      return { response: problemResponse(error), outcome: error.code };
    },
  );
  deps.monitor.served({ kind: "rest", route: call.route, outcome, durationMs: performance.now() - began });
  return response;
}

/** What becomes known of a request on the way. */
interface Call {
  route: string;
}

async function answer(deps: RestDeps, request: Request, call: Call): Promise<Response> {
  const context = await deps.context(request.headers);
  const { actor } = context;
  // Asked before the body is read, so that strangers cost nothing.
  const found = actor === undefined ? matchPublicRoute(deps.routes, request) : matchRoute(deps.routes, request);
  if (found === undefined) {
    throw new AppError("unauthenticated", "A valid token is missing. Send Authorization: Bearer <token>.");
  }
  const { route, params, query } = found;
  call.route = `${route.method} ${route.path}`;
  const body = route.body === undefined ? undefined : await readJsonBody(request, route.maxBytes ?? DEFAULT_MAX_BYTES);
  const act = async () => ({
    status: route.status,
    response: await route.run(context, { params, query, body }),
  });
  const key =
    actor !== undefined && route.method === "POST"
      ? idempotentRequest(request, actor.personId, call.route, body)
      : undefined;
  const { status, response } = await idempotently(deps.idempotency, key, act);
  return Response.json(response, { status, headers: { "cache-control": "no-store" } });
}
