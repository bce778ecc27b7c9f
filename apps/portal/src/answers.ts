import type { AppRouter } from "@fairlead/api";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";

/** What each procedure answers: `Answers["service"]["get"]`. */
export type Answers = inferRouterOutputs<AppRouter>;

/** What each procedure takes. */
export type Asked = inferRouterInputs<AppRouter>;
