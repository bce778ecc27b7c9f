import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { groupOf, type KubernetesObject } from "@fairlead/domain";
import { readSandboxEnv } from "@fairlead/env";
import { resourceOfKind } from "@fairlead/policy";
import { ProcessRecord, startControlPlane } from "@fairlead/sandbox";
import { readYaml } from "@fairlead/yaml";
import { vi } from "vitest";
import * as z from "zod";
import { type ClusterClient, connectToCluster } from "../../../../policy/testing/cluster-client.ts";
import { DATA_FOLDER } from "../../data-folder.ts";

// Definitions of add-ons for which Fairlead renders objects, by the folder and the plural under FAIRLEAD_DATA/crds.
const DEFINITIONS = [
  "external-secrets/externalsecrets.external-secrets.io",
  "external-snapshotter/volumesnapshots.snapshot.storage.k8s.io",
  "gateway-api/grpcroutes.gateway.networking.k8s.io",
  "gateway-api/httproutes.gateway.networking.k8s.io",
  "keda/scaledobjects.keda.sh",
  "keda/triggerauthentications.keda.sh",
  "opentelemetry-operator/instrumentations.opentelemetry.io",
  "prometheus-operator/podmonitors.monitoring.coreos.com",
  "prometheus-operator/prometheusrules.monitoring.coreos.com",
  "prometheus-operator/servicemonitors.monitoring.coreos.com",
  "velero/schedules.velero.io",
];

export interface ParityCluster {
  ask: ClusterClient;
  /** Definitions that are not at FAIRLEAD_DATA. */
  missing: readonly string[];
  /** Whether objects of a kind can be tried here. */
  serves(object: KubernetesObject): boolean;
  stop(): Promise<void>;
}

/** A real cluster of its own: policies bind to everything here, which tests beside this one would notice. */
export async function startParityCluster(): Promise<ParityCluster> {
  const home = mkdtempSync(join(tmpdir(), "fairlead-parity-"));
  const { kubeBin, cache } = readSandboxEnv({ ...process.env, FAIRLEAD_HOME: home });
  const record = new ProcessRecord(home);
  const plane = await startControlPlane({ home, record, clusters: ["parity"], bin: kubeBin, cache });
  const ask = connectToCluster(plane.clusters[0]?.kubeconfigPath ?? "");
  const stop = async () => {
    await plane.stop();
    rmSync(home, { recursive: true, force: true });
  };
  const fileOf = (name: string) => join(DATA_FOLDER, "crds", `${name}.yaml`);
  const missing = DEFINITIONS.filter((name) => !existsSync(fileOf(name)));
  for (const name of DEFINITIONS) if (!missing.includes(name)) await define(ask, readDefinition(fileOf(name)));
  const served = await kindsOf(ask);
  const serves = ({ apiVersion, kind }: KubernetesObject) => served.has(`${apiVersion}/${kind}`);
  return { ask, missing, serves, stop };
}

const groupsSchema = z.object({
  groups: z.array(z.object({ versions: z.array(z.object({ groupVersion: z.string() })) })),
});
const resourcesSchema = z.object({ resources: z.array(z.object({ kind: z.string() })) });

/** The kinds that a cluster serves, each `apiVersion/Kind`. */
async function kindsOf(ask: ClusterClient): Promise<ReadonlySet<string>> {
  const { groups } = groupsSchema.parse((await ask("GET", "/apis")).body);
  const versions = groups.flatMap((group) => group.versions.map(({ groupVersion }) => groupVersion));
  const kinds = new Set<string>();
  await eachOf(["v1", ...versions], 12, async (version) => {
    const { body } = await ask("GET", version === "v1" ? "/api/v1" : `/apis/${version}`);
    for (const { kind } of resourcesSchema.parse(body).resources) kinds.add(`${version}/${kind}`);
  });
  return kinds;
}

function readDefinition(file: string): KubernetesObject {
  const { documents } = readYaml(readFileSync(file, "utf8"), { maxBytes: 2 ** 23, maxNodes: 500_000 });
  return documents[0]?.value as KubernetesObject;
}

/** Adds a kind, and waits until it is served. */
export async function define(ask: ClusterClient, definition: KubernetesObject): Promise<void> {
  await create(ask, definition);
  const path = `${collectionOf(definition)}/${definition.metadata.name}`;
  const isServed = async () => {
    if (!established((await ask("GET", path)).body)) throw new Error(`${definition.metadata.name} is not served`);
  };
  await vi.waitFor(isServed, { timeout: 30_000, interval: 100 });
}

function established(definition: unknown): boolean {
  const conditions: { type: string; status: string }[] = Object(definition).status?.conditions ?? [];
  return conditions.some(({ type, status }) => type === "Established" && status === "True");
}

/** Makes something for real. Whatever keeps it from being made is a mistake of the test. */
export async function create(ask: ClusterClient, object: KubernetesObject): Promise<unknown> {
  const { status, message, body } = await ask("POST", collectionOf(object), object);
  if (status >= 400) throw new Error(`${object.kind}/${object.metadata.name}: ${message}`);
  return body;
}

export function collectionOf({ apiVersion, kind, metadata }: KubernetesObject): string {
  const root = groupOf(apiVersion) === "" ? `/api/${apiVersion}` : `/apis/${apiVersion}`;
  const { resource, namespaced } = resourceOfKind(apiVersion, kind);
  return namespaced ? `${root}/namespaces/${metadata.namespace ?? "default"}/${resource}` : `${root}/${resource}`;
}

/** Works through a list, so many at a time. */
export async function eachOf<T>(items: Iterable<T>, atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items[Symbol.iterator]();
  const worker = async () => {
    for (let next = waiting.next(); next.done !== true; next = waiting.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
