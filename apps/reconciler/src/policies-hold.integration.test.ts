import { type PolicyWorld, startPolicyWorld } from "@fairlead/testing/policy-world";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { asRoot, checkout } from "../../../packages/testing/src/integration/checkout.ts";

const MANAGED = "held";
const OTHER = "not-held";
const DEPLOYMENTS = (namespace: string) => `/apis/apps/v1/namespaces/${namespace}/deployments`;
const REFUSED = { status: 403, message: expect.stringContaining("may run as root") };
let world: PolicyWorld;

beforeAll(async () => {
  world = await startPolicyWorld();
  await world.namespace(MANAGED);
  await world.namespace(OTHER, { managed: false });
  // What ran before there were policies.
  const old = checkout("Deployment", MANAGED, (text) => asRoot(text).replace('"name":"checkout"', '"name":"old"'));
  expect(await world.admin("POST", DEPLOYMENTS(MANAGED), old)).toMatchObject({ status: 201 });
  const kept = await world.keep();
  expect(kept.standings.map(({ state }) => state)).toEqual(
    Array.from({ length: kept.standings.length }, () => "in-step"),
  );
  // A new policy takes effect after about a second.
  await vi.waitFor(async () => expect(await write(MANAGED, asRoot)).toMatchObject(REFUSED), {
    timeout: 20_000,
    interval: 200,
  });
}, 300_000);
afterAll(() => world.stop());

const write = (namespace: string, change?: (text: string) => string) =>
  world.admin("POST", `${DEPLOYMENTS(namespace)}?dryRun=All`, checkout("Deployment", namespace, change));
const change = (patch: object) => world.admin("PATCH", `${DEPLOYMENTS(MANAGED)}/old`, patch);

test("all policies together let a well-made workload in", async () => {
  expect(await write(MANAGED)).toMatchObject({ status: 201, warnings: [] });
});

test("they hold in managed namespaces only", async () => {
  expect(await write(OTHER, asRoot)).toMatchObject({ status: 201 });
});

test("what ran before is restarted and scaled, and not changed into something else that breaks them", async () => {
  const restarted = { "kubectl.kubernetes.io/restartedAt": "2026-11-28T12:00:00Z" };
  expect(await change({ spec: { template: { metadata: { annotations: restarted } } } })).toMatchObject({ status: 200 });
  expect(await change({ spec: { replicas: 4 } })).toMatchObject({ status: 200 });
  const scale = `${DEPLOYMENTS(MANAGED)}/old/scale`;
  expect(await world.admin("PATCH", scale, { spec: { replicas: 5 } })).toMatchObject({ status: 200 });
  expect(await change({ spec: { template: { spec: { terminationGracePeriodSeconds: 50 } } } })).toMatchObject(REFUSED);
});

test("its ReplicaSet and pods come to be", async () => {
  const path = `/apis/apps/v1/namespaces/${MANAGED}/replicasets`;
  const items = async () => JSON.stringify((await world.admin("GET", path)).body);
  await expect.poll(items, { timeout: 20_000, interval: 200 }).toContain('"availableReplicas"');
});

test("a CronJob is refused, and a Job that a CronJob from before makes is not", async () => {
  const batch = `/apis/batch/v1/namespaces/${MANAGED}`;
  const write = (kind: "CronJob" | "Job", by?: string) =>
    world.admin(
      "POST",
      `${batch}/${kind.toLowerCase()}s?dryRun=All`,
      checkout(kind, MANAGED, asRoot),
      by === undefined ? by : { username: by },
    );
  expect(await write("CronJob")).toMatchObject(REFUSED);
  expect(await write("Job")).toMatchObject(REFUSED);
  expect(await write("Job", "system:serviceaccount:kube-system:cronjob-controller")).toMatchObject({ status: 201 });
});

test("a bare pod is only noted: Pod Security guards those", async () => {
  const path = `/api/v1/namespaces/${MANAGED}/pods?dryRun=All`;
  expect(await world.admin("POST", path, checkout("Pod", MANAGED, asRoot))).toMatchObject({ status: 201 });
});

test("a namespace that is made afterwards gets what Kubernetes itself puts there", async () => {
  await world.namespace("held-later");
  const there = async (path: string) => (await world.admin("GET", `/api/v1/namespaces/held-later/${path}`)).status;
  await expect.poll(() => there("serviceaccounts/default"), { timeout: 10_000 }).toBe(200);
  await expect.poll(() => there("configmaps/kube-root-ca.crt"), { timeout: 10_000 }).toBe(200);
});

test("with an exception in its namespace a policy is not held there, and is again when it ends", async () => {
  await world.namespace("excepted");
  const label = (value: string | null) =>
    world.admin("PATCH", "/api/v1/namespaces/excepted", {
      metadata: { labels: { "exceptions.fairlead.dev/run-as-non-root": value } },
    });
  await expect.poll(() => write("excepted", asRoot), { timeout: 5000 }).toMatchObject(REFUSED);
  expect(await label("7")).toMatchObject({ status: 200 });
  await expect.poll(() => write("excepted", asRoot), { timeout: 5000 }).toMatchObject({ status: 201 });
  await label(null);
  await expect.poll(() => write("excepted", asRoot), { timeout: 5000 }).toMatchObject(REFUSED);
});
