import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { KubernetesObject } from "@fairlead/domain";
import { readYaml } from "@fairlead/yaml";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type ClusterAdmin, clusterAdmin } from "../integration/cluster-admin.ts";
import { type RenderedService, renderExample } from "./render-example.ts";

const DATA = process.env.FAIRLEAD_DATA ?? join(import.meta.dirname, "../../../../../shared/data");
const ROUTES = join(DATA, "crds/gateway-api/httproutes.gateway.networking.k8s.io.yaml");
const hasRoutes = existsSync(ROUTES);

const STRICT = "?dryRun=All&fieldValidation=Strict";

let ask: ClusterAdmin;
const made: string[] = [];

/** Makes something for real, that goes away with the tests. */
async function make(collection: string, object: { metadata: { name: string } } & Record<string, unknown>) {
  const { status, message } = await ask("POST", collection, object);
  if (status >= 400 && status !== 409) throw new Error(message);
  if (status !== 409) made.unshift(`${collection}/${object.metadata.name}`);
}

beforeAll(async () => {
  const [cluster] = inject("clusters");
  if (cluster === undefined) throw new Error("There is no cluster.");
  ask = clusterAdmin(cluster.kubeconfigPath);
  if (!hasRoutes) return;
  const { documents } = readYaml(readFileSync(ROUTES, "utf8"), { maxBytes: 2 ** 23, maxNodes: 500_000 });
  await make("/apis/apiextensions.k8s.io/v1/customresourcedefinitions", documents[0]?.value as KubernetesObject);
  for (let tries = 0; tries < 100; tries++) {
    const { status } = await ask("GET", "/apis/gateway.networking.k8s.io/v1/httproutes");
    if (status === 200) return;
    await sleep(100);
  }
  throw new Error("HTTPRoutes were not served in time");
});

afterAll(async () => {
  for (const path of made) await ask("DELETE", path);
});

/** Where objects of a kind are written. */
function collectionOf({ apiVersion, kind, metadata }: KubernetesObject): string {
  const root = apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  const plural = kind.endsWith("y") ? `${kind.slice(0, -1)}ies` : `${kind}s`;
  const within = metadata.namespace === undefined ? "" : `/namespaces/${metadata.namespace}`;
  return `${root}${within}/${plural.toLowerCase()}`;
}

/** What the API server has against a service's objects: written in a dry run, so that all but the namespace stay out. */
async function refusals({ objects }: RenderedService): Promise<string[]> {
  const refused: string[] = [];
  const dryRun = async (object: KubernetesObject) => {
    const { status, message } = await ask("POST", collectionOf(object) + STRICT, object);
    if (status >= 400) refused.push(`${object.kind}/${object.metadata.name}: ${message}`);
  };
  const [namespace] = objects;
  if (namespace?.kind !== "Namespace") throw new Error("There is no namespace to write into.");
  await dryRun(namespace);
  // For real with its security labels alone: a managed one would be guarded where Fairlead is attached.
  const security = Object.entries(namespace.metadata.labels ?? {}).filter(([key]) => key.startsWith("pod-security"));
  const metadata = { name: namespace.metadata.name, labels: Object.fromEntries(security) };
  await make("/api/v1/namespaces", { apiVersion: "v1", kind: "Namespace", metadata });
  for (const object of objects.slice(1)) {
    if (object.kind === "HTTPRoute" && !hasRoutes) continue;
    await dryRun(object);
  }
  for (const { metadata: workload, spec } of objects.filter(({ kind }) => kind === "Deployment")) {
    const account = { apiVersion: "v1", kind: "ServiceAccount", metadata: { name: workload.name } };
    await make(`/api/v1/namespaces/${namespace.metadata.name}/serviceaccounts`, account);
    await dryRun(podOf(workload, spec));
  }
  return refused;
}

/** The pod of a template, as its ReplicaSet would write it: Pod Security refuses pods, never templates. */
function podOf(workload: KubernetesObject["metadata"], deployment: unknown): KubernetesObject {
  const { metadata, spec } = Object(deployment).template;
  // The class comes with the attachment, which is tested elsewhere.
  const { priorityClassName, ...rest } = spec;
  const { name, namespace = "" } = workload;
  return { apiVersion: "v1", kind: "Pod", metadata: { ...metadata, name: `${name}-0`, namespace }, spec: rest };
}

describe.each(["dev", "staging", "prod"])("Online Boutique in %s", (environment) => {
  test.each(["full", "minimal"] as const)(
    "every object, and every pod, is accepted by a real API server with the %s profile",
    async (profile) => {
      const pattern = `try-{service}-${environment}-${profile.slice(0, 3)}`;
      const rendered = renderExample("online-boutique", environment, profile, pattern);
      // Clusters that serve one environment have the same objects in the same namespaces: one of them is enough.
      const distinct = new Map(rendered.map((service) => [service.objects[0]?.metadata.name, service]));
      const refused = await Promise.all([...distinct.values()].map(refusals));
      expect(refused.flat()).toEqual([]);
      expect(rendered.flatMap(({ objects }) => objects).length).toBeGreaterThan(100);
    },
  );
});

test.skipIf(hasRoutes)("HTTPRoutes were left out: their definition is not at FAIRLEAD_DATA", () => {});
