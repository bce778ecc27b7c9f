import type { DeliveryEventView, DeliveryView } from "@fairlead/application";
import { imageVersion } from "@fairlead/domain";
import type * as z from "zod";
import { presentTimes } from "../document/present-time.ts";
import type { deliveryEventSchema, deliverySchema } from "./delivery-dto.ts";

/** A delivery as people speak of it. */
export function presentDelivery(view: DeliveryView): z.input<typeof deliverySchema> {
  const { image, createdAt, startedAt, endedAt, clusterUnreachableSince, beforeDeploy, ...delivery } = view;
  return {
    ...delivery,
    version: imageVersion(image),
    createdAt: createdAt.toISOString(),
    ...(beforeDeploy === undefined ? {} : { beforeDeploy: presentStep(beforeDeploy) }),
    ...presentTimes({ startedAt, endedAt, clusterUnreachableSince }),
  };
}

function presentStep({ startedAt, endedAt, ...step }: NonNullable<DeliveryView["beforeDeploy"]>) {
  return { ...step, startedAt: startedAt.toISOString(), ...presentTimes({ endedAt }) };
}

export function presentEvent({ at, ...event }: DeliveryEventView): z.input<typeof deliveryEventSchema> {
  return { ...event, at: at.toISOString() };
}
