import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createRelease, decideException, endException, getException, requestException } from "@fairlead/application";
import { accountStore, exceptionLabelStore, leases, observationStore } from "@fairlead/db";
import type { Actor } from "@fairlead/domain";
import { clusterGateway } from "@fairlead/kubernetes";
import { startTcpProxy, type TcpProxy } from "@fairlead/testing";
import { type DeliveryWorld, startDeliveryWorld } from "@fairlead/testing/delivery-world";
import pino from "pino";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { clusterAdmin } from "../../../packages/testing/src/integration/cluster-admin.ts";
import { keepExceptionsLoop } from "./loops/keep-exceptions.ts";
import { createMetrics } from "./metrics.ts";

const SERVICE = "excepted";
const POLICY = "read-only-root-filesystem";
const ADMISSION = "/apis/admissionregistration.k8s.io/v1";
const DAY_MS = 86_400_000;
const patiently = { timeout: 60_000, interval: 100 };

let world: DeliveryWorld;
let proxy: TcpProxy;
let admin: ReturnType<typeof clusterAdmin>;
let dana: Actor;
let pat: Actor;
const ending = new AbortController();
let loop: Promise<void>;
/** The clock as data: use cases, deliveries and the loop read this one. */
let now = new Date();
let wake = () => {};
const deps = () => ({ ...world.deps, now: () => now });

beforeAll(async () => {
  world = await startDeliveryWorld({ clusters: ["near", "far"] });
  const [cluster] = inject("clusters");
  admin = clusterAdmin(cluster?.kubeconfigPath ?? "");
  // The far one is reached by a way that can be cut.
  const file = join(world.credentials, "far.json");
  const credentials = JSON.parse(readFileSync(file, "utf8"));
  const { hostname: host, port } = new URL(credentials.server);
  proxy = await startTcpProxy({ host, port: Number(port) });
  writeFileSync(file, JSON.stringify({ ...credentials, server: `https://127.0.0.1:${proxy.port}` }));

  const person = async (name: string, more: Partial<Actor>): Promise<Actor> => {
    const identity = { issuer: "http://identity.test", subject: name, name, groups: [] };
    const { personId } = await accountStore(world.database).savePerson(identity);
    return { personId, name, memberships: [], platformEngineer: false, via: "session", ...more };
  };
  dana = await person("Dana", { memberships: [{ team: "shop-team", role: "developer" }] });
  pat = await person("Pat", { platformEngineer: true });

  await world.declare(SERVICE);
  for (const environment of ["near", "far"]) await world.carryOut(await world.deploy(SERVICE, environment));
  await bindPolicy();
  loop = keepExceptionsLoop({
    clusters: clusterGateway({ folder: world.credentials }),
    labels: exceptionLabelStore(world.database),
    leases: leases(world.database),
    log: pino({ level: "silent" }),
    metrics: createMetrics(),
    signal: ending.signal,
    now: () => now,
    onDecision: (callback) => {
      wake = callback;
    },
  });
});
afterAll(async () => {
  ending.abort();
  await loop;
  await admin("DELETE", `${ADMISSION}/validatingadmissionpolicybindings/${SERVICE}`);
  await admin("DELETE", `${ADMISSION}/validatingadmissionpolicies/${SERVICE}`);
  await world.stop();
  await proxy.cut();
});

/** The policy as it is bound in clusters, for this service's namespaces alone: other tests share the cluster. */
async function bindPolicy(): Promise<void> {
  const rules = [
    { apiGroups: ["apps"], apiVersions: ["v1"], operations: ["CREATE", "UPDATE"], resources: ["deployments"] },
  ];
  const expression =
    "object.spec.template.spec.containers.all(c, c.?securityContext.?readOnlyRootFilesystem.orValue(false))";
  const policy = {
    apiVersion: "admissionregistration.k8s.io/v1",
    kind: "ValidatingAdmissionPolicy",
    metadata: { name: SERVICE },
    spec: {
      failurePolicy: "Fail",
      matchConstraints: { resourceRules: rules },
      validations: [{ expression, message: "A container can write to its own file system.", reason: "Forbidden" }],
    },
  };
  const binding = {
    apiVersion: "admissionregistration.k8s.io/v1",
    kind: "ValidatingAdmissionPolicyBinding",
    metadata: { name: SERVICE },
    spec: {
      policyName: SERVICE,
      validationActions: ["Deny"],
      matchResources: {
        namespaceSelector: {
          matchLabels: { "fairlead.dev/service": SERVICE },
          matchExpressions: [{ key: `exceptions.fairlead.dev/${POLICY}`, operator: "DoesNotExist" }],
        },
      },
    },
  };
  expect((await admin("POST", `${ADMISSION}/validatingadmissionpolicies`, policy)).status).toBe(201);
  expect((await admin("POST", `${ADMISSION}/validatingadmissionpolicybindings`, binding)).status).toBe(201);
}

/** Whether the cluster would take a workload that writes to its own files, whoever brings it. */
async function admits(environment: string): Promise<boolean> {
  const labels = { app: "tried" };
  const container = {
    name: "tried",
    image: "registry.example.com/tried:v1",
    securityContext: { readOnlyRootFilesystem: false },
  };
  const { status } = await admin("POST", `/apis/apps/v1/namespaces/${SERVICE}-${environment}/deployments?dryRun=All`, {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "tried" },
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers: [container] } } },
  });
  return status === 201;
}

async function approved(days: number, environments: string[]): Promise<number> {
  const { number } = await requestException(deps(), dana, {
    service: SERVICE,
    environments,
    subject: { kind: "setting", setting: "readOnlyRootFilesystem", value: false },
    reason: "The vendor's image writes beside its binary.",
    control: "The team looks at it every day.",
    until: new Date(now.getTime() + days * DAY_MS),
  });
  await decideException(deps(), pat, { number, decision: "approved", reason: "" });
  wake();
  return number;
}

const honoured = async (number: number) => {
  const { places } = await getException(deps(), dana, number);
  return Object.fromEntries(places.map(({ environment, state }) => [environment, state]));
};

test("an exception: the cluster admits from the approval on and refuses when its time has passed; the evaluator at once", async () => {
  // A new policy works after about a second.
  await expect.poll(() => admits("near"), patiently).toBe(false);
  const number = await approved(2, ["near"]);
  await expect.poll(() => honoured(number), patiently).toEqual({ near: "honoured" });
  expect([await admits("near"), await admits("far")]).toEqual([true, false]);

  // A delivery under it, which the cluster takes because of the label.
  const id = await world.deploy(SERVICE, "near");
  await world.carryOut(id);
  expect((await world.deps.read.delivery.get(id))?.state).toBe("succeeded");

  const waiting = await createRelease(deps(), pat, { service: SERVICE, environment: "near" });
  now = new Date(now.getTime() + 2 * DAY_MS);
  // Nobody told the evaluator: the same function, another moment.
  expect((await getException(deps(), dana, number)).state).toBe("expired");
  // What was made under it and comes late is not brought any more.
  const [late] = waiting.deliveries;
  await world.carryOut(late?.id ?? "", { now: () => now });
  expect(await world.deps.read.delivery.get(late?.id ?? "")).toMatchObject({
    state: "failed",
    reason: expect.stringContaining(`relies on exception ${number}, which is over`),
  });
  // Nobody wakes the loop when time passes: it finds out by itself.
  const began = Date.now();
  await expect.poll(() => admits("near"), patiently).toBe(false);
  expect(Date.now() - began).toBeLessThan(60_000);
  expect(await honoured(number)).toEqual({ near: "not" });
});

test("a cluster that is away is said to honour it still, and lets go as soon as it is back", async () => {
  const number = await approved(1, ["far"]);
  await expect.poll(() => honoured(number), patiently).toEqual({ far: "honoured" });
  await proxy.cut();
  await observationStore(world.database).unreachable("far", "it does not answer");
  await endException(deps(), dana, { number, reason: "Mended." });
  wake();
  const [place] = (await getException(deps(), dana, number)).places;
  expect(place).toMatchObject({ state: "still", unreachableSince: expect.any(Date) });
  expect(await admits("far")).toBe(true);

  await proxy.mend();
  const reference = (await observationStore(world.database).clusters()).find(({ name }) => name === "far");
  if (reference === undefined) throw new Error("There is no cluster far.");
  const port = await world.delivery.clusters.cluster(reference);
  await observationStore(world.database).reached("far", await port.version());
  await expect.poll(() => honoured(number), patiently).toEqual({ far: "not" });
  expect(await admits("far")).toBe(false);
});
