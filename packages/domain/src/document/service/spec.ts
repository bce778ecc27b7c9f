import * as z from "zod";
import { imageReference } from "../image-reference.ts";
import { API_VERSION, metadata } from "../metadata.ts";
import { environmentName, serviceName, sizeName, systemName, teamName } from "../name.ts";
import { text } from "../text.ts";
import { healthSchema } from "./health.ts";
import { envSchema, exposeSchema, needSchema, portSchema } from "./network.ts";
import {
  beforeDeploySchema,
  commandSchema,
  fileSchema,
  identitySchema,
  scaleSchema,
  scheduleSchema,
  scratchSchema,
  secretSchema,
  sloSchema,
  storageSchema,
  telemetrySchema,
} from "./runtime.ts";
import { dataClass, lifecycle, tier } from "./standing.ts";

/** `name@version`, exact. */
export const templateReference = z
  .string()
  .regex(/^[a-z][-a-z0-9]{0,39}@\d+\.\d+\.\d+$/, "is not a template version||Write it like grpc-service@1.0.0.");

/** What a service is made of wherever it runs: the part that an environment may change. */
export const runtimeSchema = z.strictObject({
  command: commandSchema.optional(),
  args: commandSchema.optional(),
  ports: z.array(portSchema).max(20).optional(),
  runAsUser: z.int().min(0).max(2_147_483_647).optional(),
  expose: exposeSchema.optional(),
  health: healthSchema.optional(),
  size: sizeName.optional(),
  scale: scaleSchema.optional(),
  env: envSchema.optional(),
  files: z.array(fileSchema).max(50).optional(),
  scratch: z.array(scratchSchema).max(20).optional(),
  secrets: z.array(secretSchema).max(50).optional(),
  storage: z.array(storageSchema).max(10).optional(),
  needs: z.array(needSchema).max(100).optional(),
  beforeDeploy: beforeDeploySchema.optional(),
  identity: identitySchema.optional(),
  slo: sloSchema.optional(),
  telemetry: telemetrySchema.optional(),
  schedule: scheduleSchema.optional(),
  parameters: z.record(text(100), z.json()).optional(),
  tier: tier.optional(),
  lifecycle: lifecycle.optional(),
  dataClass: dataClass.optional(),
});
export type ServiceRuntime = z.infer<typeof runtimeSchema>;

/** A JSON merge patch (RFC 7396) on the runtime; checked by merging it, not by its own shape. */
const environmentPatch = z.record(z.string(), z.json());

export const serviceSpecSchema = runtimeSchema.extend({
  /** `false`: a catalog entry only, with owner, contacts and look-up. Everything else names a template. */
  managed: z.boolean().optional(),
  template: templateReference.optional(),
  owner: teamName,
  system: systemName.optional(),
  image: imageReference.optional(),
  /** Where it runs, and what differs there. */
  environments: z.record(environmentName, environmentPatch).optional(),
});
export type ServiceSpec = z.infer<typeof serviceSpecSchema>;

export const serviceSchema = z.strictObject({
  apiVersion: z.literal(API_VERSION),
  kind: z.literal("Service"),
  metadata: metadata(serviceName),
  spec: serviceSpecSchema,
});
export type ServiceDocument = z.infer<typeof serviceSchema>;
