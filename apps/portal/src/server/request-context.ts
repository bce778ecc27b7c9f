import "server-only";
import type { ApiContext } from "@fairlead/api";
import { findSessionActor, newApiToken } from "@fairlead/auth";
import { container } from "./container.ts";

/** What a procedure gets for a browser's request. */
export async function requestContext(headers: Headers): Promise<ApiContext> {
  const { actors, deps, changes, apiLog, shutdown } = container();
  return {
    actor: await findSessionActor(actors, headers),
    deps,
    changes,
    log: apiLog,
    newApiToken,
    shutdown: shutdown.signal,
  };
}
