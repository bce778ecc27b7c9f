import { expect, test } from "vitest";
import { clusterSettingsSchema, mergeProfile } from "./cluster-settings.ts";
import { type Profile, profileSchema } from "./profile.ts";

const discovered: Profile = profileSchema.parse({
  name: "dev",
  kubernetes: "1.36",
  apis: ["velero.io/v1/Schedule"],
  gateways: [],
  fqdnRules: false,
  monitoring: { namespace: "monitoring", labels: { release: "prometheus" } },
  secretStore: { name: "platform" },
});
const merge = (settings: unknown) => mergeProfile(discovered, clusterSettingsSchema.parse(settings));

test("what somebody set is laid over what was discovered, field by field", () => {
  const merged = merge({
    cloud: "aws",
    reloader: true,
    secretStore: { prefix: "fairlead/" },
    monitoring: { grafana: "https://grafana.example.com" },
  });
  expect(merged).toEqual({
    ...discovered,
    cloud: "aws",
    reloader: true,
    secretStore: { name: "platform", prefix: "fairlead/" },
    monitoring: { ...discovered.monitoring, grafana: "https://grafana.example.com" },
  });
});

test("nothing set leaves everything as it was discovered", () => {
  expect(merge({})).toEqual(discovered);
  expect(mergeProfile(discovered, undefined)).toBe(discovered);
});

test("half of something that was not discovered is not offered", () => {
  expect(merge({ backup: { storageLocation: "default" } }).backup).toBeUndefined();
  expect(merge({ telemetry: { namespace: "telemetry" } }).telemetry).toBeUndefined();
});
