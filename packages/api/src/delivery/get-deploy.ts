import { getDeploy as get } from "@fairlead/application";
import * as z from "zod";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";
import { deliveryWithPodsSchema } from "./delivery-dto.ts";
import { deliveryIdSchema } from "./get-delivery.ts";
import { presentDelivery } from "./present-delivery.ts";

/** The deliveries that one deploy began, to all clusters of the environment, with their pods. */
export const getDeploy = permittedProcedure("catalog.read")
  .input(deliveryIdSchema)
  .output(z.array(deliveryWithPodsSchema))
  .query(async ({ ctx, input }) => {
    const deliveries = await get(ctx.deps, ctx.actor, input.id);
    return deliveries.map(({ pods, ...delivery }) => ({ ...presentDelivery(delivery), pods }));
  });
