import { groupOf, type KubernetesObject } from "@fairlead/domain";
import { compilePolicies } from "@fairlead/policy";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readBases, readExamples, readPolicies } from "../../../../policy/testing/read-library.ts";
import { define, type ParityCluster, startParityCluster } from "./parity-cluster.ts";
import { putInEffect, warnOf } from "./policies-in-effect.ts";
import { askEvaluator, askServer } from "./verdicts.ts";

// Cilium's own definition is nowhere at FAIRLEAD_DATA: this one takes any fields, and so checks expressions alone.
const CILIUM: KubernetesObject = {
  apiVersion: "apiextensions.k8s.io/v1",
  kind: "CustomResourceDefinition",
  metadata: { name: "ciliumnetworkpolicies.cilium.io" },
  spec: {
    group: "cilium.io",
    scope: "Namespaced",
    names: { kind: "CiliumNetworkPolicy", plural: "ciliumnetworkpolicies" },
    versions: [
      {
        name: "v2",
        served: true,
        storage: true,
        schema: { openAPIV3Schema: { type: "object", "x-kubernetes-preserve-unknown-fields": true } },
      },
    ],
  },
};

const bases = readBases();
const policies = readPolicies();
const ofAddOns = policies.flatMap((policy) =>
  readExamples(policy.id, bases)
    .filter(({ object, existing }) => existing === undefined && isOfAddOn(object))
    .map((example) => ({ policy, ...example })),
);

function isOfAddOn({ apiVersion }: KubernetesObject): boolean {
  const group = groupOf(apiVersion);
  return group === "gateway.networking.k8s.io" || (group.includes(".") && !group.endsWith(".k8s.io"));
}

let cluster: ParityCluster;

beforeAll(async () => {
  cluster = await startParityCluster();
  await define(cluster.ask, CILIUM);
  const concerned = new Set(ofAddOns.map(({ policy }) => policy));
  const { serves } = cluster;
  const withCilium = { ...cluster, serves: (object: KubernetesObject) => isCilium(object) || serves(object) };
  await putInEffect(withCilium, [...concerned]);
}, 300_000);

afterAll(() => cluster.stop(), 60_000);

function isCilium({ kind }: KubernetesObject): boolean {
  return kind === "CiliumNetworkPolicy";
}

test.for(ofAddOns.map((one) => [`${one.policy.id}: ${one.case}`, one] as const))(
  "a real API server says the same: %s",
  async ([, { policy, object, namespace, denied }], { skip }) => {
    skip(!isCilium(object) && !cluster.serves(object), "The kind's definition is not at FAIRLEAD_DATA.");
    const compiled = compilePolicies([policy], { bindings: [warnOf(policy)] });
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
    const { warned, message } = await askServer(cluster.ask, object, false);
    expect(warned, message).toBeDefined();
    const own = (warned ?? []).filter((text) => text.startsWith(`${policy.name}:`));
    expect(own).toEqual(denied.map((text) => `${policy.name}: ${text}`));
    expect(askEvaluator(compiled.value, object, namespace)).toEqual(own);
  },
);
