import { listDeliveries } from "@fairlead/application";
import * as z from "zod";
import { serviceNameSchema } from "../service/service-name-input.ts";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";
import { deliverySchema } from "./delivery-dto.ts";
import { presentDelivery } from "./present-delivery.ts";

/** The deliveries of a service: the newest first. */
export const listDeliveriesOf = permittedProcedure("catalog.read")
  .input(serviceNameSchema)
  .output(z.array(deliverySchema))
  .query(async ({ ctx, input }) => (await listDeliveries(ctx.deps, ctx.actor, input.name)).map(presentDelivery));
