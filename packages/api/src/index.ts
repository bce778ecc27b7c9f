export type { ApiContext, ApiLog } from "./api-context.ts";
