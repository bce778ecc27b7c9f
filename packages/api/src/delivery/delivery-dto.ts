import type { EventTone, StepState } from "@fairlead/application";
import { DELIVERY_STATES } from "@fairlead/domain";
import * as z from "zod";
import { time } from "../document/time.ts";

/** A type alone is imported, so that a client loads no use cases. */
const STEP_STATES = ["running", "succeeded", "failed"] as const satisfies readonly StepState[];

/** Bringing one release to one cluster. */
export const deliverySchema = z
  .object({
    id: z.string(),
    service: z.string(),
    environment: z.string(),
    cluster: z.string(),
    namespace: z.string(),
    release: z.int(),
    version: z.string(),
    state: z.enum(DELIVERY_STATES),
    /** Why it is in that state, as a sentence; empty where the state says it. */
    reason: z.string(),
    readyReplicas: z.int(),
    wantedReplicas: z.int(),
    by: z.string(),
    createdAt: time,
    startedAt: time.optional(),
    endedAt: time.optional(),
    /** The step before the deploy, once it was begun, and the cluster that runs it for all. */
    beforeDeploy: z
      .object({ state: z.enum(STEP_STATES), cluster: z.string(), startedAt: time, endedAt: time.optional() })
      .optional(),
    /** Pods on this cluster run nothing. */
    simulated: z.boolean(),
    clusterUnreachableSince: time.optional(),
    /** What the cluster waits for while it is being prepared. */
    clusterPreparation: z.string().optional(),
  })
  .meta({ id: "Delivery" });

/** A delivery with the pods that were last seen at its destination. */
export const deliveryWithPodsSchema = deliverySchema.extend({
  pods: z.array(z.object({ name: z.string(), health: z.string(), reason: z.string() })),
});

/** A type alone is imported, so that a client loads no use cases. */
const EVENT_TONES = ["good", "moving", "bad", "warn", "quiet"] as const satisfies readonly EventTone[];

/** One thing that happened on the way. */
export const deliveryEventSchema = z
  .object({
    /** Rising; ask for those after it. */
    id: z.string(),
    at: time,
    tone: z.enum(EVENT_TONES),
    message: z.string(),
    details: z.record(z.string(), z.unknown()),
  })
  .meta({ id: "DeliveryEvent" });
