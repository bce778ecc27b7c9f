import { ADD_ON_APIS } from "@fairlead/domain";
import { loadLibrary } from "@fairlead/library";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clusterPort } from "../../../kubernetes/src/cluster-port.ts";
import { type AttachedCluster, attachedCluster, patch, post } from "../../../kubernetes/testing/attached-cluster.ts";
import { hasAddOns, startAddOnCluster } from "../integration/add-on-cluster.ts";
import type { OwnCluster } from "../integration/own-cluster.ts";

const ADD_ONS = loadLibrary().profiles.full.apis;
const SET_UP = [
  "Gateway",
  "ClusterSecretStore",
  "OpenTelemetryCollector",
  "VolumeSnapshotClass",
  "BackupStorageLocation",
];
const KINDS = [...ADD_ONS.map((api) => api.slice(api.lastIndexOf("/") + 1)), ...SET_UP];
const CONDITION = { lastTransitionTime: "2026-11-24T12:00:00Z", message: "", reason: "Test", status: "True" };

let addOns: OwnCluster;
let cluster: AttachedCluster;
beforeAll(async () => {
  if (!hasAddOns) return;
  addOns = await startAddOnCluster(KINDS);
  cluster = await attachedCluster(addOns);
});
afterAll(async () => {
  await cluster?.stop();
  await addOns?.stop();
});

test.skipIf(hasAddOns)("nothing was looked for: the add-ons' definitions are not at FAIRLEAD_DATA", () => {});

const discover = () => clusterPort(cluster.accounts).discover({ clusterDomain: "cluster.local" });

interface Named {
  metadata: { name: string; annotations?: Record<string, string> };
  [field: string]: unknown;
}

/** Makes an object, and says of it what its controller would. */
async function make(kind: string, collection: string, object: Named, status?: object) {
  const [, apiVersion] = /^\/apis\/([^/]+\/[^/]+)/.exec(collection) ?? [];
  await post(cluster.admin, collection, { apiVersion, kind, ...object });
  if (status !== undefined) await patch(cluster.admin, `${collection}/${object.metadata.name}/status`, { status });
}

describe.skipIf(!hasAddOns)("what a real cluster offers", () => {
  test("is next to nothing as long as the add-ons are not set up", async () => {
    const { profile, notes } = await discover();
    expect(notes).toEqual([]);
    expect(profile).toMatchObject({
      name: "dev",
      kubernetes: "1.36",
      gateways: [],
      fqdnRules: false,
    });
    expect(profile.apis).toEqual(ADD_ON_APIS.filter((api) => ADD_ONS.includes(api)));
    for (const field of ["monitoring", "telemetry", "secretStore", "backup", "cloud"] as const) {
      expect(profile[field]).toBeUndefined();
    }
  });

  test("is found where somebody set them up, as reader", async () => {
    for (const name of ["gateway-system", "velero", "telemetry"]) {
      await post(cluster.admin, "/api/v1/namespaces", { metadata: { name } });
    }
    await make(
      "Gateway",
      "/apis/gateway.networking.k8s.io/v1/namespaces/gateway-system/gateways",
      {
        metadata: { name: "public" },
        spec: {
          gatewayClassName: "some",
          listeners: [
            {
              name: "https",
              port: 80,
              protocol: "HTTP",
              hostname: "*.example.com",
              allowedRoutes: { namespaces: { from: "All" } },
            },
          ],
        },
      },
      { conditions: [{ ...CONDITION, type: "Programmed" }] },
    );
    await make("StorageClass", "/apis/storage.k8s.io/v1/storageclasses", {
      metadata: { name: "fast", annotations: { "storageclass.kubernetes.io/is-default-class": "true" } },
      provisioner: "csi.example.com",
      allowVolumeExpansion: true,
    });
    await make("VolumeSnapshotClass", "/apis/snapshot.storage.k8s.io/v1/volumesnapshotclasses", {
      metadata: { name: "fast" },
      driver: "csi.example.com",
      deletionPolicy: "Delete",
    });
    await make(
      "ClusterSecretStore",
      "/apis/external-secrets.io/v1/clustersecretstores",
      { metadata: { name: "platform" }, spec: { provider: { fake: { data: [] } } } },
      { conditions: [{ type: "Ready", status: "True" }] },
    );
    await make("BackupStorageLocation", "/apis/velero.io/v1/namespaces/velero/backupstoragelocations", {
      metadata: { name: "default" },
      spec: { default: true, provider: "aws", objectStorage: { bucket: "backups" } },
    });
    await patch(cluster.admin, "/apis/velero.io/v1/namespaces/velero/backupstoragelocations/default", {
      status: { phase: "Available" },
    });
    await make(
      "OpenTelemetryCollector",
      "/apis/opentelemetry.io/v1beta1/namespaces/telemetry/opentelemetrycollectors",
      {
        metadata: { name: "traces" },
        spec: {
          mode: "deployment",
          config: {
            receivers: { otlp: { protocols: { grpc: {}, http: {} } } },
            exporters: { debug: {} },
            service: { pipelines: { traces: { receivers: ["otlp"], exporters: ["debug"] } } },
          },
        },
      },
    );
    const { profile, notes } = await discover();
    expect(notes).toEqual([]);
    expect(profile).toMatchObject({
      gateways: [{ name: "public", namespace: "gateway-system", hosts: ["*.example.com"], programmed: true }],
      storageClasses: expect.arrayContaining([
        { name: "fast", driver: "csi.example.com", isDefault: true, expandable: true },
      ]),
      snapshotClasses: [{ name: "fast", driver: "csi.example.com" }],
      secretStore: { name: "platform", prefix: "" },
      backup: { namespace: "velero", storageLocation: "default" },
      telemetry: {
        namespace: "telemetry",
        endpoint: "http://traces-collector.telemetry.svc.cluster.local:4317",
        httpEndpoint: "http://traces-collector.telemetry.svc.cluster.local:4318",
      },
      zones: expect.any(Array),
    });
  });

  test("says what is ambiguous instead of choosing", async () => {
    await make(
      "ClusterSecretStore",
      "/apis/external-secrets.io/v1/clustersecretstores",
      { metadata: { name: "another" }, spec: { provider: { fake: { data: [] } } } },
      { conditions: [{ type: "Ready", status: "True" }] },
    );
    const { profile, notes } = await discover();
    expect(profile.secretStore).toBeUndefined();
    expect(notes).toEqual([expect.stringContaining("several secret stores (another, platform)")]);
  });
});
