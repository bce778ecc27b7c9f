import { type Actor, AppError } from "@fairlead/domain";
import { requirePermission } from "../access/require-permission.ts";
import type { Deps } from "../deps.ts";
import type { DeliveryEventView, DeliveryView, PodView } from "./delivery-reader.ts";

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

export async function getDelivery(deps: Pick<Deps, "read">, actor: Actor, id: string): Promise<DeliveryView> {
  requirePermission(actor, "catalog.read");
  const delivery = UUID.test(id) ? await deps.read.delivery.get(id) : undefined;
  if (delivery === undefined) throw new AppError("not-found", "There is no such delivery.");
  return delivery;
}

/** A deploy as one page shows it: its deliveries to all clusters, each with its pods as last seen. */
export async function getDeploy(
  deps: Pick<Deps, "read">,
  actor: Actor,
  id: string,
): Promise<(DeliveryView & { pods: PodView[] })[]> {
  await getDelivery(deps, actor, id);
  const deliveries = await deps.read.delivery.siblings(id);
  return Promise.all(
    deliveries.map(async (delivery) => ({ ...delivery, pods: await deps.read.delivery.pods(delivery.id) })),
  );
}

/** Events in order; `after` is the last one that is known. */
export async function listDeliveryEvents(
  deps: Pick<Deps, "read">,
  actor: Actor,
  input: { id: string; after?: string; limit?: number },
): Promise<DeliveryEventView[]> {
  await getDelivery(deps, actor, input.id);
  return deps.read.delivery.events(input.id, input.after, Math.min(input.limit ?? 200, 500));
}

export function listDeliveries(deps: Pick<Deps, "read">, actor: Actor, service: string): Promise<DeliveryView[]> {
  requirePermission(actor, "catalog.read");
  return deps.read.delivery.ofService(service, 50);
}
