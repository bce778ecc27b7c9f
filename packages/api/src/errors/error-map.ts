import type { ErrorCode } from "@fairlead/domain";
import type { TRPC_ERROR_CODE_KEY } from "@trpc/server";

interface ErrorAtEdge {
  trpc: TRPC_ERROR_CODE_KEY;
  http: number;
  /** The `title` of an RFC 9457 problem: the same for every error of this code. */
  title: string;
}

/** What each code becomes at the edges. */
export const ERROR_MAP = {
  unauthenticated: { trpc: "UNAUTHORIZED", http: 401, title: "Not signed in" },
  forbidden: { trpc: "FORBIDDEN", http: 403, title: "Not allowed" },
  "not-found": { trpc: "NOT_FOUND", http: 404, title: "Not found" },
  invalid: { trpc: "UNPROCESSABLE_CONTENT", http: 422, title: "Not valid" },
  conflict: { trpc: "CONFLICT", http: 409, title: "In the way of something" },
  stale: { trpc: "PRECONDITION_FAILED", http: 412, title: "Changed by somebody else" },
  "too-large": { trpc: "PAYLOAD_TOO_LARGE", http: 413, title: "Too large" },
  unreachable: { trpc: "SERVICE_UNAVAILABLE", http: 503, title: "Out of reach" },
  internal: { trpc: "INTERNAL_SERVER_ERROR", http: 500, title: "Our mistake" },
} as const satisfies Record<ErrorCode, ErrorAtEdge>;
