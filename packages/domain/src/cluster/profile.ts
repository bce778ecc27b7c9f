import * as z from "zod";
import { webAddress } from "../document/text.ts";

/** The platform's way in, with the hosts that it serves (`*.example.com`; `*` for any). */
const gatewaySchema = z.strictObject({
  name: z.string(),
  namespace: z.string(),
  hosts: z.array(z.string()),
  /** Whether something serves it. */
  programmed: z.boolean().default(true),
});
export type Gateway = z.infer<typeof gatewaySchema>;

const storageClassSchema = z.strictObject({
  name: z.string(),
  /** The CSI driver behind it; snapshots need one of the same driver. */
  driver: z.string(),
  isDefault: z.boolean().default(false),
  /** Whether a volume can grow. */
  expandable: z.boolean().default(false),
});
export type StorageClass = z.infer<typeof storageClassSchema>;

const snapshotClassSchema = z.strictObject({ name: z.string(), driver: z.string() });

const labels = z.record(z.string(), z.string());

/** Prometheus and its operator: where it runs, and the labels by which it picks monitors and rules. */
const monitoringSchema = z.strictObject({
  namespace: z.string(),
  labels: labels.default({}),
  /** Labels and annotations by which Grafana's sidecar picks dashboards; left out, there is none that picks them. */
  dashboards: z.strictObject({ labels, annotations: labels.default({}) }).optional(),
  /** Where Prometheus is asked inside the cluster, such as `http://prometheus-operated.monitoring.svc.cluster.local:9090`. */
  prometheus: webAddress.optional(),
  /** Where people open Grafana, such as `https://grafana.example.com`. */
  grafana: webAddress.optional(),
});

/** The collector that traces are sent to. */
const telemetrySchema = z.strictObject({
  namespace: z.string(),
  /** OTLP over gRPC, such as `http://collector.telemetry.svc.cluster.local:4317`. */
  endpoint: webAddress,
  /** OTLP over HTTP, which agents that are put into programs speak, such as `…:4318`. */
  httpEndpoint: webAddress.optional(),
});

/** The store behind External Secrets, for the whole cluster. `prefix` stands before `<environment>/<service>/<secret>`. */
const secretStoreSchema = z.strictObject({ name: z.string(), prefix: z.string().default("") });

/** Velero: where its schedules live, and where backups go. */
const backupSchema = z.strictObject({ namespace: z.string(), storageLocation: z.string().optional() });

/** Network plug-ins whose rules know host names. */
export const FQDN_PLUGINS = ["cilium"] as const;

export const CLOUDS = ["aws", "azure", "gcp"] as const;

/**
 * What a cluster offers: discovered, or as a file. Nothing is rendered that it would refuse. What is left out, the
 * cluster does not have.
 */
export const profileSchema = z.strictObject({
  name: z.string(),
  /** Such as `1.36`. */
  kubernetes: z.string(),
  /** `group/version/Kind` beyond what every cluster has. */
  apis: z.array(z.string()),
  gateways: z.array(gatewaySchema),
  /** The network plug-in, where it knows host names in rules. */
  fqdnRules: z.union([z.literal(false), z.enum(FQDN_PLUGINS)]),
  /** Whether pods have addresses of IPv6 too. */
  ipv6: z.boolean().default(false),
  /** Where pods reach the cluster's API, once the address of its Service is translated. */
  apiServer: z.strictObject({ addresses: z.array(z.string()).min(1), port: z.int() }).optional(),
  /** Values of `topology.kubernetes.io/zone` on its nodes. */
  zones: z.array(z.string()).default([]),
  storageClasses: z.array(storageClassSchema).default([]),
  snapshotClasses: z.array(snapshotClassSchema).default([]),
  monitoring: monitoringSchema.optional(),
  telemetry: telemetrySchema.optional(),
  secretStore: secretStoreSchema.optional(),
  backup: backupSchema.optional(),
  /** Whether Stakater's Reloader restarts what uses a Secret that changed. */
  reloader: z.boolean().default(false),
  /** Whose roles a workload's account can take on. */
  cloud: z.enum(CLOUDS).optional(),
});
export type Profile = z.infer<typeof profileSchema>;

/** Whether the cluster has a kind, named `group/version/Kind`. */
export function offers({ apis }: Pick<Profile, "apis">, api: string): boolean {
  return apis.includes(api);
}
