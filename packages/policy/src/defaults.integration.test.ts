import { groupOf, type KubernetesObject } from "@fairlead/domain";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { type ClusterClient, connectToCluster } from "../testing/cluster-client.ts";
import { essenceOf, withoutAdmitted } from "../testing/essence-of.ts";
import { readObjectsToDefault } from "../testing/read-library.ts";
import { applyApiDefaults } from "./defaults/apply-api-defaults.ts";
import { resourceOfKind } from "./match/resource-of-kind.ts";

const NAMESPACE = "policy-defaults";
const objects = readObjectsToDefault();

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
    const ours = essenceOf(applyApiDefaults(object, NAMESPACE));
    expect(ours).toEqual(withoutAdmitted(essenceOf(answer.body)));
  },
);
