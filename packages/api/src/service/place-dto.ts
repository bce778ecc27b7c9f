import { DELIVERY_STATES, HEALTH_STATES, SYNC_STATES } from "@fairlead/domain";
import * as z from "zod";
import { time } from "../document/time.ts";
import { gapSchema } from "./gap-dto.ts";

/** How a service is on one cluster, as last seen. */
const destinationSchema = z
  .object({
    id: z.string(),
    cluster: z.string(),
    namespace: z.string(),
    health: z.enum(HEALTH_STATES),
    healthReason: z.string(),
    healthSince: time,
    sync: z.enum(SYNC_STATES),
    readyReplicas: z.int(),
    wantedReplicas: z.int(),
    /** The release that serves there. */
    serving: z.object({ number: z.int(), image: z.string(), version: z.string(), at: time }).optional(),
    /** The delivery under way, or the last one. */
    delivery: z
      .object({
        id: z.string(),
        state: z.enum(DELIVERY_STATES),
        reason: z.string(),
        release: z.int(),
        version: z.string(),
      })
      .optional(),
    /** When this was seen; what is shown is from then. */
    observedAt: time.optional(),
    unreachableSince: time.optional(),
    /** Pods on this cluster run nothing. */
    simulated: z.boolean(),
    /** What was declared and this cluster could not give, when it was last rendered. */
    gaps: z.array(gapSchema),
  })
  .meta({ id: "Destination" });

/** An environment in which a service runs, or is meant to run. */
export const placeSchema = z
  .object({
    environment: z.string(),
    title: z.string(),
    production: z.boolean(),
    /** The worst of its destinations; Missing where it was never delivered. */
    health: z.enum(HEALTH_STATES),
    destinations: z.array(destinationSchema),
  })
  .meta({ id: "Place" });
export type PlaceDto = z.infer<typeof placeSchema>;
