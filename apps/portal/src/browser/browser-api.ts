import type { AppRouter } from "@fairlead/api";
import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink } from "@trpc/client";

const URL = "/api/trpc";
/** As many as the server takes in one request, MAX_BATCH_SIZE of @fairlead/api; a test compares them. */
export const MAX_CALLS = 10;

/** The procedures from a browser. Loaded where somebody acts: pages are made on the server and need none of it. */
export const browserApi = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: ({ type }) => type === "subscription",
      true: httpSubscriptionLink({ url: URL }),
      // A draft may be long, and may hold what must not stand in an address and its logs: it goes in a body.
      false: httpBatchLink({ url: URL, maxItems: MAX_CALLS, methodOverride: "POST" }),
    }),
  ],
});
