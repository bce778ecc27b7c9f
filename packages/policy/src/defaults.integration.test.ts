import { groupOf, type KubernetesObject } from "@fairlead/domain";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import * as z from "zod";
import { type ClusterClient, connectToCluster } from "../testing/cluster-client.ts";
import { readObjectsToDefault } from "../testing/read-library.ts";
import { applyApiDefaults } from "./defaults/apply-api-defaults.ts";
import { resourceOfKind } from "./match/resource-of-kind.ts";

const NAMESPACE = "policy-defaults";
const objects = readObjectsToDefault();

// What the API server adds when it stores, or by admission plug-ins of its own, and no policy should look at.
const STORED = [
  "uid",
  "resourceVersion",
  "generation",
  "creationTimestamp",
  "managedFields",
  "finalizers",
  "annotations",
];
const ADMITTED: Readonly<Record<string, readonly string[]>> = {
  Pod: ["serviceAccount", "serviceAccountName", "tolerations", "priority", "preemptionPolicy"],
  Service: ["clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy"],
  PersistentVolumeClaim: ["storageClassName"],
};

let cluster: ClusterClient;

beforeAll(async () => {
  const [first] = inject("clusters");
  cluster = connectToCluster(first?.kubeconfigPath ?? "");
  await cluster("POST", "/api/v1/namespaces", { apiVersion: "v1", kind: "Namespace", metadata: { name: NAMESPACE } });
  const account = { apiVersion: "v1", kind: "ServiceAccount", metadata: { name: "default" } };
  await cluster("POST", `/api/v1/namespaces/${NAMESPACE}/serviceaccounts`, account);
});

afterAll(async () => {
  await cluster("DELETE", `/api/v1/namespaces/${NAMESPACE}`);
});

/** The part that policies may rely on. */
function essence(object: unknown, kind: string): unknown {
  const parsed = z.looseObject({ metadata: z.looseObject({}), spec: z.looseObject({}).optional() }).parse(object);
  const { status: _, metadata, spec, ...rest } = parsed;
  const said = without(metadata, STORED);
  return spec === undefined
    ? { ...rest, metadata: said }
    : { ...rest, metadata: said, spec: without(spec, ADMITTED[kind] ?? []) };
}

function without(value: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}

/** Admission mounts a token into each pod. */
function withoutToken(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (key, item) => {
    if (!Array.isArray(item) || (key !== "volumes" && key !== "volumeMounts")) return item;
    const kept = item.filter((entry: { name?: string }) => !entry.name?.startsWith("kube-api-access-"));
    return kept.length === 0 ? undefined : kept;
  });
}

function create(object: KubernetesObject) {
  const { resource } = resourceOfKind(object.apiVersion, object.kind);
  const root = groupOf(object.apiVersion) === "" ? "/api" : "/apis";
  const query = "dryRun=All&fieldValidation=Strict";
  return cluster("POST", `${root}/${object.apiVersion}/namespaces/${NAMESPACE}/${resource}?${query}`, object);
}

test.each(objects.map((object) => [`${object.kind} ${object.metadata.name}`, object] as const))(
  "the evaluator completes a %s as the API server does",
  async (_, object) => {
    const answer = await create(object);
    expect(answer.status, answer.message).toBe(201);
    const ours = essence(applyApiDefaults(object, NAMESPACE), object.kind);
    expect(ours).toEqual(withoutToken(essence(answer.body, object.kind)));
  },
);
