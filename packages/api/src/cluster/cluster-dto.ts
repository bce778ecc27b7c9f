import * as z from "zod";
import { time } from "../document/time.ts";

/** A cluster as last seen. */
export const clusterSchema = z.object({
  name: z.string(),
  title: z.string(),
  region: z.string().optional(),
  environments: z.array(z.string()),
  /** Pods on it run nothing. */
  simulated: z.boolean(),
  kubernetesVersion: z.string().optional(),
  services: z.int(),
  lastContactAt: time.optional(),
  unreachableSince: time.optional(),
  unreachableReason: z.string().optional(),
  /** While it is being prepared. */
  /** What it offers to services; missing before anybody looked. `found` is missing where it has none of that. */
  offer: z
    .object({
      at: time,
      items: z.array(z.object({ what: z.string(), found: z.string().optional() })),
      notes: z.array(z.string()),
    })
    .optional(),
  preparation: z.object({ step: z.string(), percent: z.number(), message: z.string() }).optional(),
});
