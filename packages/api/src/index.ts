export type { ApiContext, ApiMonitor } from "./api-context.ts";
export { type AppRouter, appRouter, createCaller, MAX_BATCH_SIZE } from "./app-router.ts";
export type { StreamedChange } from "./live/change-stream.ts";
export { handleRest, type RestDeps } from "./rest/handle-rest.ts";
export { openApiDocument } from "./rest/openapi.ts";
export { REST_ROUTES } from "./rest/routes.ts";
export { handleTrpc, type TrpcDeps } from "./trpc/handle-trpc.ts";
