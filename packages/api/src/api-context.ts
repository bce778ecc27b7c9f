import type { ChangeFeed, Deps } from "@fairlead/application";
import type { Actor, AppError } from "@fairlead/domain";

export interface ApiLog {
  /** An error that is our own mistake, with where it happened. */
  internal(error: AppError, where: string): void;
}

/** What a request brings: who asks, and what answers. */
export interface ApiContext {
  actor: Actor | undefined;
  deps: Deps;
  changes: ChangeFeed;
  log: ApiLog;
  /** A random token to show once, with what may be kept of it. */
  newApiToken(): { token: string; hash: string; prefix: string };
  /** Aborted when the process is asked to end, so that streams end with it. */
  shutdown: AbortSignal;
}

/** The context of a request whose actor is known, and may do what was asked somewhere. */
export type SignedInContext = ApiContext & { actor: Actor };
