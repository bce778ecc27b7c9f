import { type Answer, type LookupHit, lookUp } from "@fairlead/application";
import * as z from "zod";
import type { SignedInContext } from "../api-context.ts";
import { presentTimes } from "../document/present-time.ts";
import { restRoute } from "../rest/rest-route.ts";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";
import { answersSchema } from "./lookup-dto.ts";

/** Room for a whole alert. */
const MAX_QUERY = 4000;

/** Who answers for whatever somebody has in their hand. */
export const findOwner = permittedProcedure("catalog.read")
  .input(z.strictObject({ query: z.string().max(MAX_QUERY) }))
  .output(answersSchema)
  .query(({ ctx, input }) => answer(ctx, input.query));

export const whoRoute = restRoute(
  {
    method: "GET",
    path: "/who",
    summary: "Finds who answers for a service, host, pod, image, team or anything else with a name.",
    permission: "catalog.read",
    params: z.strictObject({}),
    query: z.strictObject({ q: z.string().max(MAX_QUERY) }),
    body: undefined,
    status: 200,
    answer: answersSchema,
  },
  (context, { query }) => answer(context, query.q),
);

async function answer({ deps, actor }: SignedInContext, query: string) {
  return { query, answers: (await lookUp(deps, actor, query)).map(presentAnswer) };
}

function presentAnswer({ owner, match, entity }: Answer) {
  const { observedAt, goneAt, ...rest } = match;
  return {
    owner,
    match: { ...rest, ...presentTimes({ observedAt, goneAt }) },
    ...(entity === undefined ? {} : { entity: presentEntity(entity) }),
  };
}

function presentEntity({ health, lastChange, ...entity }: LookupHit) {
  return {
    ...entity,
    health: health.map(({ observedAt, ...place }) => ({ ...place, ...presentTimes({ observedAt }) })),
    ...(lastChange === undefined ? {} : { lastChange: { ...lastChange, at: lastChange.at.toISOString() } }),
  };
}
