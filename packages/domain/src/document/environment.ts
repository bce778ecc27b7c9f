import * as z from "zod";
import { API_VERSION, metadata } from "./metadata.ts";
import { clusterName, environmentName } from "./name.ts";

/** An environment: its place in the order, its rules, the clusters it lies on. */
export const environmentSchema = z.strictObject({
  apiVersion: z.literal(API_VERSION),
  kind: z.literal("Environment"),
  metadata: metadata(environmentName),
  spec: z.strictObject({
    /** The lower comes first: dev 10, staging 20, prod 30. */
    order: z.int().min(0).max(1000),
    /** Rules for what people notice. Policies see it as the label `fairlead.dev/production`. */
    production: z.boolean().optional(),
    requireDigest: z.boolean().optional(),
    minReplicas: z.int().min(1).max(100).optional(),
    placements: z
      .array(z.strictObject({ cluster: clusterName }))
      .min(1)
      .max(50),
    /** `{service}` and `{environment}` stand for the names. */
    namespacePattern: z
      .string()
      .regex(/^(?=.*\{service\})[-a-z0-9{}]+$/, "has no {service} in it||Write it like {service}-{environment}.")
      .optional(),
  }),
});
export type EnvironmentDocument = z.infer<typeof environmentSchema>;
