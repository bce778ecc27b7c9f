import * as z from "zod";
import { API_VERSION, metadata } from "./metadata.ts";
import { systemName, teamName } from "./name.ts";

/** A group of services and resources with a purpose. */
export const systemSchema = z.strictObject({
  apiVersion: z.literal(API_VERSION),
  kind: z.literal("System"),
  metadata: metadata(systemName),
  spec: z.strictObject({ owner: teamName }),
});
export type SystemDocument = z.infer<typeof systemSchema>;
