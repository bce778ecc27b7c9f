import { groupOf, type KubernetesObject } from "@fairlead/domain";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { type ClusterClient, connectToCluster } from "../testing/cluster-client.ts";
import {
  type PolicyExample,
  readBases,
  readExamples,
  readPolicies,
  readPolicyDocument,
} from "../testing/read-library.ts";
import { POLICY_API_VERSION } from "./document/policy-document-schema.ts";
import { compilePolicies } from "./evaluate/compile-policies.ts";
import { vet } from "./evaluate/vet.ts";
import { resourceOfKind } from "./match/resource-of-kind.ts";

// Each policy is bound to namespaces of its own, by this label, so that one policy judges at a time and the other
// tests in the cluster notice nothing.
const LABEL = "policies.fairlead.dev/tested";
const POLICIES = `/apis/${POLICY_API_VERSION}/validatingadmissionpolicies`;
const BINDINGS = `/apis/${POLICY_API_VERSION}/validatingadmissionpolicybindings`;

const policies = readPolicies();
const bases = readBases();
const examples = policies.flatMap((policy) =>
  readExamples(policy.id, bases).map((example, index) => ({
    policy,
    example,
    namespace: `policy-${policy.id}-${index}`,
  })),
);

let cluster: ClusterClient;

beforeAll(async () => {
  const [first] = inject("clusters");
  cluster = connectToCluster(first?.kubeconfigPath ?? "");
  for (const policy of policies) {
    expect(await cluster("POST", POLICIES, readPolicyDocument(policy.id))).toMatchObject({ status: 201 });
    const spec = {
      policyName: policy.name,
      validationActions: ["Deny"],
      matchResources: { namespaceSelector: { matchLabels: { [LABEL]: policy.id } } },
    };
    const binding = {
      apiVersion: POLICY_API_VERSION,
      kind: "ValidatingAdmissionPolicyBinding",
      metadata: { name: policy.name },
      spec,
    };
    expect(await cluster("POST", BINDINGS, binding)).toMatchObject({ status: 201 });
  }
  for (const { policy, example, namespace } of examples) {
    const { labels } = example.namespace.metadata;
    const metadata = { name: namespace, labels: { ...labels, [LABEL]: policy.id } };
    expect(
      await cluster("POST", "/api/v1/namespaces", { apiVersion: "v1", kind: "Namespace", metadata }),
    ).toMatchObject({ status: 201 });
    // Pods are refused without it, and the controller that makes it takes its time.
    const account = { apiVersion: "v1", kind: "ServiceAccount", metadata: { name: "default" } };
    await cluster("POST", `/api/v1/namespaces/${namespace}/serviceaccounts`, account);
  }
  // A new policy takes effect after about a second.
  for (const policy of policies) {
    const refused = examples.find((one) => one.policy === policy && one.example.denied.length > 0);
    if (refused === undefined) continue;
    const isRefused = async () =>
      expect((await create(refused.example, refused.namespace)).message).toContain(policy.name);
    await vi.waitFor(isRefused, { timeout: 30_000, interval: 200 });
  }
}, 120_000);

afterAll(async () => {
  for (const policy of policies) {
    await cluster("DELETE", `${BINDINGS}/${policy.name}`);
    await cluster("DELETE", `${POLICIES}/${policy.name}`);
  }
  for (const { namespace } of examples) await cluster("DELETE", `/api/v1/namespaces/${namespace}`);
});

function create({ object }: PolicyExample, namespace: string) {
  const moved: KubernetesObject = { ...object, metadata: { ...object.metadata, namespace } };
  const { resource } = resourceOfKind(object.apiVersion, object.kind);
  const root = groupOf(object.apiVersion) === "" ? "/api" : "/apis";
  const path = `${root}/${object.apiVersion}/namespaces/${namespace}/${resource}?dryRun=All&fieldValidation=Strict`;
  return cluster("POST", path, moved);
}

describe("the API server and the evaluator give the same verdict, in the same words", () => {
  test.each(examples.map((one) => [`${one.policy.id}: ${one.example.case}`, one] as const))("%s", async (_, one) => {
    const compiled = compilePolicies([one.policy]);
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
    const [verdict] = vet([one.example.object], compiled.value, { namespaces: [one.example.namespace] });
    const answer = await create(one.example, one.namespace);
    if (verdict === undefined) {
      expect(answer.status, answer.message).toBe(201);
    } else {
      expect(answer.status).toBe(403);
      // The API server tells the first refusal only.
      expect(answer.message).toContain(
        `'${one.policy.name}' with binding '${one.policy.name}' denied request: ${verdict.message}`,
      );
    }
  });
});
