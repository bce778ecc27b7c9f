import { appRouter, MAX_BATCH_SIZE } from "@fairlead/api";
import { isSameOrigin } from "@fairlead/auth";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { container } from "../../../../server/container.ts";
import { requestContext } from "../../../../server/request-context.ts";

const ENDPOINT = "/api/trpc";

async function handle(request: Request): Promise<Response> {
  const { env } = container();
  // The session cookie is SameSite=Lax; this also stops a page on another port or subdomain of the same site.
  if (request.method !== "GET" && !isSameOrigin(request.headers, env.url)) return new Response(null, { status: 403 });
  return fetchRequestHandler({
    endpoint: ENDPOINT,
    req: request,
    router: appRouter,
    createContext: () => requestContext(request.headers),
    maxBatchSize: MAX_BATCH_SIZE,
  });
}

export { handle as GET, handle as POST };
