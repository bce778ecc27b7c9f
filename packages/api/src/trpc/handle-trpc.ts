import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import type { ApiContext, ApiMonitor } from "../api-context.ts";
import { appRouter, MAX_BATCH_SIZE } from "../app-router.ts";
import { toAppError } from "../errors/to-app-error.ts";

export interface TrpcDeps {
  /** Whether the request comes from a page of the portal itself: its cookie counts only then. */
  isOwnPage(headers: Headers): boolean;
  /** The context of a request, its actor found by the session cookie. */
  context(headers: Headers): Promise<ApiContext>;
  monitor: ApiMonitor;
}

const ENDPOINT = "/api/trpc";
const MAX_BYTES = 4 * 1024 * 1024;

/** Answers /api/trpc/**, for the portal's own pages alone. */
export async function handleTrpc(deps: TrpcDeps, request: Request): Promise<Response> {
  const refused = request.method === "GET" ? undefined : refuse(deps, request.headers);
  if (refused !== undefined) return new Response(null, { status: refused });
  return fetchRequestHandler({
    endpoint: ENDPOINT,
    req: request,
    router: appRouter,
    createContext: () => deps.context(request.headers),
    maxBatchSize: MAX_BATCH_SIZE,
    // What is asked about a draft goes in a body: an address ends up in logs and has little room.
    allowMethodOverride: true,
    onError({ ctx, error, path = "no procedure" }) {
      // Procedures log for themselves; without a context none was reached.
      const known = toAppError(error);
      if (ctx === undefined && known.code === "internal") deps.monitor.internal(known, path);
    },
  });
}

/** The status with which a request that changes something is turned away. A browser always says how long it is. */
function refuse(deps: TrpcDeps, headers: Headers): number | undefined {
  if (!deps.isOwnPage(headers)) return 403;
  const length = headers.get("content-length");
  if (length === null) return 411;
  return Number(length) > MAX_BYTES ? 413 : undefined;
}
