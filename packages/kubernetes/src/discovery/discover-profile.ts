import { ClusterError } from "@fairlead/application";
import { ADD_ON_APIS, type KubernetesObject, type Profile } from "@fairlead/domain";
import * as z from "zod";
import type { Session } from "../credentials/session.ts";
import { readList } from "../read-object.ts";
import { backupIn } from "./backup-in.ts";
import { collectorIn } from "./collector-in.ts";
import { gatewaysIn } from "./gateways-in.ts";
import { monitoringIn } from "./monitoring-in.ts";
import { apiServerIn, hasIpv6 } from "./network-in.ts";
import { secretStoreIn } from "./secret-store-in.ts";
import { servedKinds } from "./served-kinds.ts";
import { snapshotClassesIn, storageClassesIn } from "./storage-in.ts";

const versionSchema = z.object({ gitVersion: z.string(), major: z.string(), minor: z.string() });
/** Without specs and statuses: a node's take some 20 KB. */
const NAMES_ONLY = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";
const ZONE = "topology.kubernetes.io/zone";
/** A page of a list; nodes come in thousands. */
const PAGE = "500";

export interface DiscoveredCluster {
  profile: Profile;
  /** What the platform team should know: what was ambiguous, not ready or not readable. */
  notes: string[];
}

/** Such as `v1.36.3`. The cheapest question that only a living API server answers. */
export async function readVersion(reader: Session): Promise<string> {
  return versionSchema.parse(await reader.request({ method: "GET", path: "/version", deadlineMs: 5000 })).gitVersion;
}

/**
 * Finds out what a cluster offers, as *reader*: about ten questions, and only about what it has. What asking cannot tell
 * is a setting of the cluster's document.
 */
export async function discoverProfile(
  reader: Session,
  { clusterDomain }: { clusterDomain: string },
): Promise<DiscoveredCluster> {
  const version = versionSchema.parse(await reader.request({ method: "GET", path: "/version" }));
  const served = await servedKinds(reader);
  const notes: string[] = [];
  const all = async (path: string | undefined, options: ListOptions = {}) => {
    if (path === undefined) return [];
    try {
      return await listAll(reader, path, options);
    } catch (error) {
      if (!(error instanceof ClusterError)) throw error;
      if (error.failure === "forbidden") notes.push(`${path} may not be read. Attach the cluster again.`);
      // A kind that was taken away since the question before.
      else if (error.failure !== "not-found") throw error;
      return [];
    }
  };
  const [gateways, storage, snapshots, prometheuses, collectors, stores, locations, nodes, slices, cidrs] =
    await Promise.all([
      all(served.get("gateway.networking.k8s.io/v1/Gateway")),
      all("/apis/storage.k8s.io/v1/storageclasses"),
      all(served.get("snapshot.storage.k8s.io/v1/VolumeSnapshotClass")),
      all(served.get("monitoring.coreos.com/v1/Prometheus")),
      all(served.get("opentelemetry.io/v1beta1/OpenTelemetryCollector")),
      all(served.get("external-secrets.io/v1/ClusterSecretStore")),
      all(served.get("velero.io/v1/BackupStorageLocation")),
      all("/api/v1/nodes", { accept: NAMES_ONLY }),
      all("/apis/discovery.k8s.io/v1/namespaces/default/endpointslices", {
        labelSelector: "kubernetes.io/service-name=kubernetes",
      }),
      all("/apis/networking.k8s.io/v1/servicecidrs"),
    ]);
  const gateway = gatewaysIn(gateways);
  const monitoring = monitoringIn(prometheuses, clusterDomain);
  const telemetry = collectorIn(collectors, clusterDomain);
  const secretStore = secretStoreIn(stores);
  const backup = backupIn(locations);
  const apiServer = apiServerIn(slices);
  const profile: Profile = {
    name: reader.cluster,
    kubernetes: `${version.major}.${version.minor.replace(/\D.*$/, "")}`,
    apis: ADD_ON_APIS.filter((api) => served.has(api)),
    gateways: gateway.value,
    fqdnRules: served.has("cilium.io/v2/CiliumNetworkPolicy") ? "cilium" : false,
    ipv6: hasIpv6(cidrs),
    zones: [...new Set(nodes.flatMap(({ metadata }) => metadata.labels?.[ZONE] ?? []))].sort(),
    storageClasses: storageClassesIn(storage),
    snapshotClasses: snapshotClassesIn(snapshots),
    reloader: false,
    ...(apiServer === undefined ? {} : { apiServer }),
    ...(monitoring.value === undefined ? {} : { monitoring: monitoring.value }),
    ...(telemetry.value === undefined ? {} : { telemetry: telemetry.value }),
    ...(secretStore.value === undefined ? {} : { secretStore: secretStore.value }),
    ...(backup.value === undefined ? {} : { backup: backup.value }),
  };
  const told = [gateway, monitoring, telemetry, secretStore, backup].flatMap((found) => found.notes);
  return { profile, notes: [...notes, ...told].sort() };
}

interface ListOptions {
  accept?: string;
  labelSelector?: string;
}

async function listAll(
  reader: Session,
  path: string,
  { accept, labelSelector }: ListOptions,
): Promise<KubernetesObject[]> {
  const objects: KubernetesObject[] = [];
  for (let continueToken: string | undefined = ""; continueToken !== undefined; ) {
    const query: Record<string, string> = {
      limit: PAGE,
      ...(labelSelector === undefined ? {} : { labelSelector }),
      ...(continueToken === "" ? {} : { continue: continueToken }),
    };
    const list = readList(
      await reader.request({ method: "GET", path, query, ...(accept === undefined ? {} : { accept }) }),
    );
    objects.push(...list.items);
    continueToken = list.continueToken;
  }
  return objects;
}
