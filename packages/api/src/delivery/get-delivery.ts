import { getDelivery as get } from "@fairlead/application";
import * as z from "zod";
import type { SignedInContext } from "../api-context.ts";
import { restRoute } from "../rest/rest-route.ts";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";
import { deliverySchema } from "./delivery-dto.ts";
import { presentDelivery } from "./present-delivery.ts";

export const deliveryIdSchema = z.strictObject({ id: z.string().max(40) });

/** One delivery: which release, where, and how far it is. */
export const getDelivery = permittedProcedure("catalog.read")
  .input(deliveryIdSchema)
  .output(deliverySchema)
  .query(({ ctx, input }) => answer(ctx, input.id));

export const getDeliveryRoute = restRoute(
  {
    method: "GET",
    path: "/deliveries/{id}",
    summary: "Says how far a delivery is.",
    permission: "catalog.read",
    params: deliveryIdSchema,
    query: z.strictObject({}),
    body: undefined,
    status: 200,
    answer: deliverySchema,
  },
  (context, { params }) => answer(context, params.id),
);

async function answer({ deps, actor }: SignedInContext, id: string) {
  return presentDelivery(await get(deps, actor, id));
}
