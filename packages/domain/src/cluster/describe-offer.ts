import { offers, type Profile } from "./profile.ts";

/** One thing that a cluster can give to a service, in words. */
export interface Offer {
  what: string;
  /** What is there; `undefined` where nothing is. */
  found: string | undefined;
}

/** What a cluster offers, in the order in which people ask for it. */
export function describeOffer(profile: Profile): Offer[] {
  const has = (api: string) => offers(profile, api);
  const { gateways, monitoring, telemetry, secretStore, backup, storageClasses, zones, fqdnRules, cloud } = profile;
  const hosts = gateways.flatMap((gateway) => gateway.hosts);
  const traces = has("opentelemetry.io/v1alpha1/Instrumentation") ? "collector, and agents put in" : "collector";
  const monitors = has("monitoring.coreos.com/v1/ServiceMonitor")
    ? "Prometheus operator"
    : "Prometheus, by annotations";
  return [
    { what: "Public names", found: when(hosts.length > 0, [...new Set(hosts)].join(", ")) },
    { what: "Metrics", found: when(monitoring !== undefined, `${monitors} in ${monitoring?.namespace ?? ""}`) },
    { what: "Traces", found: when(telemetry !== undefined, `${traces} in ${telemetry?.namespace ?? ""}`) },
    {
      what: "Secret store",
      found: when(secretStore !== undefined && has("external-secrets.io/v1/ExternalSecret"), secretStore?.name ?? ""),
    },
    {
      what: "Backup",
      found: when(
        backup?.storageLocation !== undefined && has("velero.io/v1/Schedule"),
        `Velero to ${backup?.storageLocation ?? ""}`,
      ),
    },
    { what: "Volumes", found: when(storageClasses.length > 0, storageClasses.map(volumes).join(", ")) },
    { what: "Scaling by more than CPU", found: when(has("keda.sh/v1alpha1/ScaledObject"), "KEDA") },
    { what: "Network rules by name", found: when(fqdnRules !== false, "Cilium") },
    { what: "Roles of a cloud", found: cloud },
    { what: "Zones", found: when(zones.length > 0, zones.join(", ")) },
  ];
}

function when(holds: boolean, found: string): string | undefined {
  return holds ? found : undefined;
}

function volumes({ name, isDefault, expandable }: Profile["storageClasses"][number]): string {
  const marks = [...(isDefault ? ["default"] : []), ...(expandable ? ["can grow"] : [])];
  return marks.length === 0 ? name : `${name} (${marks.join(", ")})`;
}
