import { trpc } from "../trpc/trpc.ts";
import { getDelivery } from "./get-delivery.ts";
import { getDeploy } from "./get-deploy.ts";
import { listDeliveryEvents } from "./list-events.ts";

export const deliveryRouter = trpc.router({ get: getDelivery, deploy: getDeploy, events: listDeliveryEvents });
