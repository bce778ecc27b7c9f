import type { KubernetesObject } from "@fairlead/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AttachedCluster, attachedCluster, post } from "../../testing/attached-cluster.ts";
import { readObject } from "../read-object.ts";
import { changedSecrets, restartForSecrets } from "./restart-for-secrets.ts";

const NAMESPACE = "rotated-a";
const DEPLOYMENT = `/apis/apps/v1/namespaces/${NAMESPACE}/deployments/shop`;
const LABELS = { "app.kubernetes.io/instance": "shop" };
/** After the Deployment was made, whenever that is. */
const LATER = "2999-01-01T00:00:00Z";
const LATEST = "2999-01-02T00:00:00Z";

let cluster: AttachedCluster;
beforeAll(async () => {
  cluster = await attachedCluster();
  await cluster.open(NAMESPACE, 1n);
});
afterAll(() => cluster.stop());

function deployment(annotations: Record<string, string> = {}): KubernetesObject {
  const security = { runAsNonRoot: true, runAsUser: 65532, seccompProfile: { type: "RuntimeDefault" } };
  const container = {
    name: "shop",
    image: "registry.example.com/shop:v1",
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } },
  };
  const spec = {
    securityContext: security,
    containers: [container],
    volumes: [{ name: "secret-stripe", secret: { secretName: "stripe" } }],
  };
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "shop", namespace: NAMESPACE, labels: LABELS },
    spec: { selector: { matchLabels: LABELS }, template: { metadata: { labels: LABELS, annotations }, spec } },
  };
}

/** What External Secrets writes when it has changed a Secret. */
const says = (name: string, reason: string, at: string) =>
  post(cluster.admin, `/api/v1/namespaces/${NAMESPACE}/events`, {
    metadata: { generateName: `${name}-` },
    involvedObject: { apiVersion: "external-secrets.io/v1", kind: "ExternalSecret", namespace: NAMESPACE, name },
    reason,
    type: "Normal",
    message: "secret updated",
    firstTimestamp: at,
    lastTimestamp: at,
  });

const restart = async () => {
  const changes = (await changedSecrets(cluster.accounts)).filter(({ namespace }) => namespace === NAMESPACE);
  return restartForSecrets(cluster.accounts, { namespace: NAMESPACE, changes });
};
const generation = async () =>
  readObject(await cluster.admin.request({ method: "GET", path: DEPLOYMENT })).metadata.generation;

test("a new value restarts what uses it, once, and a later one again", async () => {
  await cluster.apply(NAMESPACE, 1n, [deployment()]);
  expect(await generation()).toBe(1);
  // That it was made, or another one's new value, changes nothing for this one.
  await says("stripe", "Created", LATER);
  await says("smtp", "Updated", LATER);
  expect(await restart()).toEqual([]);
  await says("stripe", "Updated", LATER);
  expect(await restart()).toEqual(["stripe"]);
  expect(await generation()).toBe(2);
  expect(await restart()).toEqual([]);
  await says("stripe", "Updated", LATEST);
  expect(await restart()).toEqual(["stripe"]);
  expect(await generation()).toBe(3);
});

test("a delivery afterwards restarts nothing, and a late one is not in the way", async () => {
  const number = await cluster.open(NAMESPACE, 2n);
  const stale = await restart();
  const [applied] = await cluster.apply(NAMESPACE, number, [deployment()]);
  expect(applied).toEqual({ kind: "Deployment", name: "shop", change: "unchanged" });
  expect(await generation()).toBe(3);
  expect(stale).toEqual([]);
});

test("while a delivery is under way it waits, and comes after it", async () => {
  await says("stripe", "Updated", "2999-01-03T00:00:00Z");
  const number = await cluster.open(NAMESPACE, 3n);
  await expect.poll(restart, { timeout: 5000 }).toEqual([]);
  await cluster.apply(NAMESPACE, number, [deployment()]);
  expect(await restart()).toEqual(["stripe"]);
});

test("what Reloader looks after is left to it", async () => {
  const number = await cluster.open(NAMESPACE, 4n);
  await cluster.apply(NAMESPACE, number, [deployment({ "secret.reloader.stakater.com/reload": "stripe" })]);
  await says("stripe", "Updated", "2999-01-04T00:00:00Z");
  expect(await restart()).toEqual([]);
});
