import type { Actor } from "@fairlead/domain";
import type { ApiContext } from "../api-context.ts";

/** A context in which nobody listens and no use case works: what gets past the permission fails in another way. */
export function quietContext(actor: Actor | undefined): ApiContext {
  const broken = new Proxy(
    {},
    {
      get: () => {
        throw new Error("the use case was reached");
      },
    },
  );
  return {
    actor,
    deps: broken as ApiContext["deps"],
    changes: { listen: () => () => {} },
    monitor: { internal: () => {}, served: () => {}, watching: () => () => {} },
    newApiToken: () => ({ token: "", hash: "", prefix: "" }),
    shutdown: new AbortController().signal,
  };
}
