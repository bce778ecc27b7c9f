import { listDeliveryEvents as list } from "@fairlead/application";
import * as z from "zod";
import type { SignedInContext } from "../api-context.ts";
import { given } from "../document/given.ts";
import { restRoute } from "../rest/rest-route.ts";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";
import { deliveryEventSchema } from "./delivery-dto.ts";
import { deliveryIdSchema } from "./get-delivery.ts";
import { presentEvent } from "./present-delivery.ts";

const querySchema = z.strictObject({
  after: z
    .string()
    .regex(/^\d{1,18}$/, "is not the id of an event||Give the id of the last event that you have.")
    .optional()
    .describe("The id of the last event that is known; left out for all."),
  limit: z.coerce.number().int().min(1).max(500).default(200),
});
const answerSchema = z.object({ items: z.array(deliveryEventSchema) });

/** What happened on the way, in order. */
export const listDeliveryEvents = permittedProcedure("catalog.read")
  .input(deliveryIdSchema.extend(querySchema.shape))
  .output(answerSchema)
  .query(({ ctx, input: { id, ...query } }) => answer(ctx, id, query));

export const listDeliveryEventsRoute = restRoute(
  {
    method: "GET",
    path: "/deliveries/{id}/events",
    summary: "Tells what happened on the way of a delivery, in order.",
    permission: "catalog.read",
    params: deliveryIdSchema,
    query: querySchema,
    body: undefined,
    status: 200,
    answer: answerSchema,
  },
  (context, { params, query }) => answer(context, params.id, query),
);

async function answer({ deps, actor }: SignedInContext, id: string, query: z.output<typeof querySchema>) {
  return { items: (await list(deps, actor, { id, ...given(query) })).map(presentEvent) };
}
