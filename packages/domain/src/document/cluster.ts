import * as z from "zod";
import { clusterSettingsSchema } from "../cluster/cluster-settings.ts";
import { API_VERSION, metadata } from "./metadata.ts";
import { clusterName } from "./name.ts";
import { text } from "./text.ts";

/** A cluster: how to reach it (a reference, never a credential) and where it stands. */
export const clusterSchema = z.strictObject({
  apiVersion: z.literal(API_VERSION),
  kind: z.literal("Cluster"),
  metadata: metadata(clusterName),
  spec: z.strictObject({
    /** The file in the credentials folder that attachment wrote, without `.json`. The cluster's name if left out. */
    credentials: text(100).optional(),
    region: text(40).optional(),
    clusterDomain: z
      .string()
      .regex(/^[a-z0-9.-]{1,200}$/, "is not a domain||Write it like cluster.local.")
      .optional(),
    /** What nobody can find out by asking it, such as whose roles it gives: laid over what was found. */
    profile: clusterSettingsSchema.optional(),
    /** Pods in it run nothing: a cluster to try things in. Said wherever a person could think otherwise. */
    simulated: z.boolean().optional(),
    /** Whether Fairlead keeps the admission policies in step (`manage`, if left out) or only shows what differs. */
    policies: z.enum(["manage", "observe"]).optional(),
  }),
});
export type ClusterDocument = z.infer<typeof clusterSchema>;
