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
      .max(50)
      .refine(
        (placements) => new Set(placements.map(({ cluster }) => cluster)).size === placements.length,
        "names a cluster twice||Name each cluster once.",
      ),
    /** `{service}` and `{environment}` stand for the names. */
    namespacePattern: z
      .string()
      .refine(isNamespacePattern, "makes no namespace||Write it like {service}-{environment}.")
      .optional(),
  }),
});

/** A namespace has at most 63 characters: the pattern must leave room for the longest names. */
function isNamespacePattern(pattern: string): boolean {
  const longest = pattern.replaceAll("{service}", "s".repeat(40)).replaceAll("{environment}", "e".repeat(20));
  return pattern.includes("{service}") && longest.length <= 63 && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(longest);
}

export type EnvironmentDocument = z.infer<typeof environmentSchema>;
