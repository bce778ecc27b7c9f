import type { ChangeFeed, Deps } from "@fairlead/application";
import type { Actor, AppError, ErrorCode } from "@fairlead/domain";

/** What was asked, and how it ended. */
interface Served {
  kind: "trpc" | "rest";
  /** The procedure's path, or the route with its parameters unfilled: few enough to count by. */
  route: string;
  outcome: "ok" | ErrorCode;
  durationMs: number;
}

/** Where the API says how it is doing. */
export interface ApiMonitor {
  /** An error that is our own mistake, with where it happened. */
  internal(error: AppError, where: string): void;
  served(call: Served): void;
  /** A browser began to watch for changes; call the result when it stops. */
  watching(): () => void;
}

/** What a request brings: who asks, and what answers. */
export interface ApiContext {
  actor: Actor | undefined;
  deps: Deps;
  changes: ChangeFeed;
  monitor: ApiMonitor;
  /** A random token to show once, with what may be kept of it. */
  newApiToken(): { token: string; hash: string; prefix: string };
  /** Aborted when the process is asked to end, so that streams end with it. */
  shutdown: AbortSignal;
}

/** The context of a request whose actor is known, and may do what was asked somewhere. */
export type SignedInContext = ApiContext & { actor: Actor };
