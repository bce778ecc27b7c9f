import { setTimeout as sleep } from "node:timers/promises";
import { deliveryEventSchema, deliverySchema } from "@fairlead/api/public";
import { isEnded } from "@fairlead/domain";
import * as z from "zod";
import type { Online } from "./online.ts";

const EVERY_MS = 1000;
const eventsSchema = z.object({ items: z.array(deliveryEventSchema) });

/** Says what happens to a delivery until it has ended, and gives how it ended. */
export async function followDelivery({ client, terminal, json }: Online, id: string) {
  for (let after = ""; ; await sleep(EVERY_MS)) {
    const delivery = await client.get(`/deliveries/${id}`, deliverySchema);
    const { items } = await client.get(`/deliveries/${id}/events${after && `?after=${after}`}`, eventsSchema);
    for (const event of items) {
      if (!json) terminal.out(`  ${delivery.environment}/${delivery.cluster}  ${event.message}`);
      after = event.id;
    }
    if (isEnded(delivery.state) && items.length === 0) return delivery;
  }
}
