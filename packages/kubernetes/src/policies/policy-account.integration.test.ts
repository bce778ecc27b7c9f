import { ClusterError } from "@fairlead/application";
import { alone } from "@fairlead/testing/alone";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type AttachedCluster,
  attachedCluster,
  attempt,
  bindingsPath,
  patch,
  post,
} from "../../testing/attached-cluster.ts";
import type { Session } from "../credentials/session.ts";
import { policiesPort } from "./policies-port.ts";

const NAMESPACE = "policy-a";
const POLICIES = "/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicies";
const BINDINGS = "/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicybindings";
let cluster: AttachedCluster;
let policy: Session;
let letGo: () => Promise<void>;

beforeAll(async () => {
  letGo = await alone("policies");
  cluster = await attachedCluster();
  await cluster.open(NAMESPACE, 1n);
  if (cluster.accounts.policy === undefined) throw new Error("There is no account policy.");
  policy = cluster.accounts.policy;
}, 300_000);
afterAll(async () => {
  await cluster.stop();
  await letGo();
});

const harmless = (name: string) => ({
  apiVersion: "admissionregistration.k8s.io/v1",
  kind: "ValidatingAdmissionPolicy",
  metadata: { name, labels: { "policies.fairlead.dev/policy": "service-inside" } },
  spec: {
    matchConstraints: {
      resourceRules: [
        { apiGroups: ["tests.fairlead.dev"], apiVersions: ["v1"], operations: ["CREATE"], resources: ["none"] },
      ],
    },
    validations: [{ expression: "true" }],
  },
});
const remove = (path: string) => attempt(policy.request({ method: "DELETE", path }));

test("makes, changes and takes away policies of Fairlead's names", async () => {
  const port = policiesPort(cluster.accounts);
  const made = await port.create(harmless("fairlead-service-inside"));
  await port.replace({ ...made, spec: { ...harmless("").spec, failurePolicy: "Ignore" } });
  const [listed] = await port.list();
  expect(listed).toMatchObject({ metadata: { name: "fairlead-service-inside" }, spec: { failurePolicy: "Ignore" } });
  // The one that was read before the change must not win over it.
  await expect(port.replace(made)).rejects.toMatchObject({ failure: "conflict" });
  await port.remove(listed ?? made);
  expect(await port.list()).toEqual([]);
  await port.remove(made);
});

test("leaves the guards alone, and whatever else is in the cluster under another name", async () => {
  await post(cluster.admin, POLICIES, harmless("of-somebody-else"));
  for (const path of [
    `${POLICIES}/fairlead-guard-fence`,
    `${BINDINGS}/fairlead-guard-fence`,
    `${POLICIES}/of-somebody-else`,
  ]) {
    expect(await attempt(patch(policy, path, { metadata: { labels: { x: "y" } } }))).toMatch(/^forbidden: /);
    expect(await remove(path)).toMatch(/^forbidden: /);
  }
  expect(await remove(POLICIES)).toMatch(/^forbidden: /);
  await cluster.admin.request({ method: "DELETE", path: `${POLICIES}/of-somebody-else` });
});

test("writes nothing else", async () => {
  const admission = "/apis/admissionregistration.k8s.io/v1";
  const refused: [string, unknown][] = [
    [`${admission}/validatingwebhookconfigurations`, { metadata: { name: "x" } }],
    [`${admission}/mutatingwebhookconfigurations`, { metadata: { name: "x" } }],
    ["/api/v1/namespaces", { metadata: { name: "x" } }],
    [`/api/v1/namespaces/${NAMESPACE}/configmaps`, { metadata: { name: "x" } }],
    [bindingsPath(NAMESPACE), { metadata: { name: "x" }, roleRef: {}, subjects: [] }],
    ["/api/v1/namespaces/fairlead-system/serviceaccounts/policy/token", { spec: {} }],
  ];
  for (const [path, body] of refused)
    expect([path, await attempt(post(policy, path, body))]).toEqual([path, expect.stringMatching(/^forbidden: /)]);
  expect(await attempt(policy.request({ method: "GET", path: "/api/v1/secrets" }))).toMatch(/^forbidden: /);
});

test("where the admin kept the account, nothing is written, and that is said", async () => {
  const port = policiesPort({ reader: cluster.accounts.reader, policy: undefined });
  expect(port.mayWrite).toBe(false);
  await expect(port.create(harmless("fairlead-service-inside"))).rejects.toThrow(ClusterError);
  expect(await port.list()).toEqual([]);
});
