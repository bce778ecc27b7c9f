import { activityRouter } from "./activity/router.ts";
import { clusterRouter } from "./cluster/router.ts";
import { deliveryRouter } from "./delivery/router.ts";
import { environmentRouter } from "./environment/router.ts";
import { exceptionRouter } from "./exception/router.ts";
import { liveRouter } from "./live/router.ts";
import { lookupRouter } from "./lookup/router.ts";
import { policyRouter } from "./policy/router.ts";
import { releaseRouter } from "./release/router.ts";
import { resourceRouter } from "./resource/router.ts";
import { serviceRouter } from "./service/router.ts";
import { sessionRouter } from "./session/router.ts";
import { teamRouter } from "./team/router.ts";
import { templateRouter } from "./template/router.ts";
import { tokenRouter } from "./token/router.ts";
import { trpc } from "./trpc/trpc.ts";

/** Everything that screens can ask for, by context. */
export const appRouter = trpc.router({
  activity: activityRouter,
  cluster: clusterRouter,
  delivery: deliveryRouter,
  environment: environmentRouter,
  exception: exceptionRouter,
  live: liveRouter,
  lookup: lookupRouter,
  policy: policyRouter,
  release: releaseRouter,
  resource: resourceRouter,
  service: serviceRouter,
  session: sessionRouter,
  team: teamRouter,
  template: templateRouter,
  token: tokenRouter,
});
export type AppRouter = typeof appRouter;

/** Calls in one request; clients set the same as `maxItems`. */
export const MAX_BATCH_SIZE = 10;

/** Calls procedures without HTTP, for server components. */
export const createCaller = trpc.createCallerFactory(appRouter);
