import * as z from "zod";
import { type Profile, profileSchema } from "./profile.ts";

const { monitoring, telemetry, backup, apiServer, cloud, fqdnRules } = profileSchema.shape;

/**
 * What cannot be found out by asking a cluster, or what somebody knows better: laid over what was discovered. A group
 * may name only the fields that it adds, such as a store's prefix.
 */
export const clusterSettingsSchema = z.strictObject({
  monitoring: z
    .strictObject({ ...monitoring.unwrap().shape, labels: monitoring.unwrap().shape.labels.unwrap() })
    .partial()
    .optional(),
  telemetry: telemetry.unwrap().partial().optional(),
  secretStore: z.strictObject({ name: z.string(), prefix: z.string() }).partial().optional(),
  backup: backup.unwrap().partial().optional(),
  apiServer,
  cloud,
  fqdnRules: fqdnRules.optional(),
  ipv6: z.boolean().optional(),
  reloader: z.boolean().optional(),
});
export type ClusterSettings = z.infer<typeof clusterSettingsSchema>;

const GROUPS = ["monitoring", "telemetry", "secretStore", "backup"] as const;

/** A discovered profile under the settings of its cluster. A group that lacks what it needs is as if it were not there. */
export function mergeProfile(discovered: Profile, settings: ClusterSettings | undefined): Profile {
  if (settings === undefined) return discovered;
  const merged: Record<string, unknown> = { ...discovered, ...settings };
  for (const group of GROUPS) {
    const value = { ...discovered[group], ...settings[group] };
    const parsed = profileSchema.shape[group].safeParse(Object.keys(value).length === 0 ? undefined : value);
    merged[group] = parsed.success ? parsed.data : undefined;
  }
  const present = Object.entries(merged).filter(([, value]) => value !== undefined);
  return profileSchema.parse(Object.fromEntries(present));
}
