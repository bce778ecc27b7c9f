import { groupOf, type KubernetesObject } from "@fairlead/domain";
import { alone } from "@fairlead/testing/alone";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { type ClusterClient, connectToCluster } from "../testing/cluster-client.ts";
import {
  type PolicyExample,
  readBases,
  readExamples,
  readPolicies,
  readPolicyDocument,
} from "../testing/read-library.ts";
import type { Policy } from "./document/policy.ts";
import { POLICY_API_VERSION } from "./document/policy-document-schema.ts";
import { compilePolicies } from "./evaluate/compile-policies.ts";
import { vet } from "./evaluate/vet.ts";
import { resourceOfKind } from "./match/resource-of-kind.ts";

// Each policy is bound to objects of its own, by this label: so one policy judges at a time, a namespace is needed for
// each set of namespace labels only, and the other tests in the cluster notice nothing.
const LABEL = "policies.fairlead.dev/tested";
const POLICIES = `/apis/${POLICY_API_VERSION}/validatingadmissionpolicies`;
const BINDINGS = `/apis/${POLICY_API_VERSION}/validatingadmissionpolicybindings`;
const AT_ONCE = 8;

interface Tried {
  policy: Policy;
  example: PolicyExample;
  /** What it updates is there under this name. */
  name: string;
}

const policies = readPolicies();
const bases = readBases();
const examples: Tried[] = policies.flatMap((policy) =>
  readExamples(policy.id, bases).map((example, index) => ({ policy, example, name: `${policy.id}-${index}` })),
);
const namespaces = new Map(examples.map(({ example }) => [example.namespace.metadata.name, example.namespace]));

let cluster: ClusterClient;
let letGo: () => Promise<void>;
/** Kinds that this cluster serves: those of add-ons come with their definitions. */
const served = new Set<string>();

beforeAll(async () => {
  const [first] = inject("clusters");
  letGo = await alone("policies");
  cluster = connectToCluster(first?.kubeconfigPath ?? "");
  await each([...namespaces.values()], async (namespace) => {
    expect(await cluster("POST", "/api/v1/namespaces", namespace)).toMatchObject({ status: 201 });
    // Pods are refused without their account.
    for (const name of ["default", "checkout"]) {
      const account = { apiVersion: "v1", kind: "ServiceAccount", metadata: { name } };
      await cluster("POST", `/api/v1/namespaces/${namespace.metadata.name}/serviceaccounts`, account);
    }
  });
  for (const { apiVersion, kind } of bases.values()) {
    const { status } = await cluster("GET", `${rootOf(apiVersion)}/${resourceOfKind(apiVersion, kind).resource}`);
    if (status === 200) served.add(kind);
  }
  // Before the policies, which would not let it in.
  await each(examples, async ({ policy, example, name }) => {
    if (example.existing === undefined) return;
    const before = named(marked(example.existing, policy), name);
    expect(await cluster("POST", collectionOf(before), before)).toMatchObject({ status: 201 });
  });
  await each(policies, async (policy) => {
    expect(await cluster("POST", POLICIES, readPolicyDocument(policy.id))).toMatchObject({ status: 201 });
    const spec = {
      policyName: policy.name,
      validationActions: ["Deny"],
      matchResources: { objectSelector: { matchLabels: { [LABEL]: policy.id } } },
    };
    const metadata = { name: policy.name };
    const binding = { apiVersion: POLICY_API_VERSION, kind: "ValidatingAdmissionPolicyBinding", metadata, spec };
    expect(await cluster("POST", BINDINGS, binding)).toMatchObject({ status: 201 });
  });
  // A new policy takes effect after about a second.
  await each(policies, async (policy) => {
    const refused = examples.find((one) => one.policy === policy && one.example.denied.length > 0 && isServed(one));
    if (refused === undefined) return;
    const isRefused = async () => expect((await write(refused)).message).toContain(policy.name);
    await vi.waitFor(isRefused, { timeout: 30_000, interval: 200 });
  });
}, 300_000);

afterAll(async () => {
  await each(policies, async (policy) => {
    await cluster("DELETE", `${BINDINGS}/${policy.name}`);
    await cluster("DELETE", `${POLICIES}/${policy.name}`);
  });
  await each([...namespaces.keys()], (name) => cluster("DELETE", `/api/v1/namespaces/${name}`));
  await letGo();
}, 60_000);

async function each<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

function isServed({ example }: Tried): boolean {
  return served.has(example.object.kind);
}

function rootOf(apiVersion: string): string {
  return groupOf(apiVersion) === "" ? `/api/${apiVersion}` : `/apis/${apiVersion}`;
}

const DRY_RUN = "?dryRun=All&fieldValidation=Strict";

/** Writes an example without keeping it. */
function write({ policy, example, name }: Tried) {
  const object = marked(example.object, policy);
  const asker = example.by === undefined ? undefined : { username: example.by };
  if (example.existing === undefined) return cluster("POST", collectionOf(object) + DRY_RUN, object, asker);
  const through = example.subresource === undefined ? "" : `/${example.subresource}`;
  return cluster("PUT", `${collectionOf(object)}/${name}${through}${DRY_RUN}`, named(object, name), asker);
}

function collectionOf({ apiVersion, kind, metadata }: KubernetesObject): string {
  return `${rootOf(apiVersion)}/namespaces/${metadata.namespace}/${resourceOfKind(apiVersion, kind).resource}`;
}

function marked(object: KubernetesObject, { id }: Policy): KubernetesObject {
  return { ...object, metadata: { ...object.metadata, labels: { ...object.metadata.labels, [LABEL]: id } } };
}

function named(object: KubernetesObject, name: string): KubernetesObject {
  return { ...object, metadata: { ...object.metadata, name } };
}

describe("the API server and the evaluator give the same verdict, in the same words", () => {
  test.for(examples.map((one) => [`${one.policy.id}: ${one.example.case}`, one] as const))(
    "%s",
    async ([, one], it) => {
      it.skip(!isServed(one), "This cluster does not serve the kind: it is one of an add-on.");
      const { policy, example } = one;
      const compiled = compilePolicies([policy]);
      if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
      const [verdict] = vet([example.object], compiled.value, {
        namespaces: [example.namespace],
        existing: example.existing === undefined ? [] : [example.existing],
        userInfo: { username: example.by ?? "admin" },
        ...(example.subresource === undefined ? {} : { subresource: example.subresource }),
      });
      const answer = await write(one);
      if (verdict === undefined) {
        // That something is there already is found after policies were asked.
        expect([200, 201, 409], answer.message).toContain(answer.status);
      } else {
        expect(answer.status).toBe(403);
        // The API server tells the first refusal only.
        expect(answer.message).toContain(
          `'${policy.name}' with binding '${policy.name}' denied request: ${verdict.message}`,
        );
      }
    },
  );
});
