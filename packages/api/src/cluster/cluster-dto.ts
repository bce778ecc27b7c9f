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
  preparation: z.object({ step: z.string(), percent: z.number(), message: z.string() }).optional(),
});
