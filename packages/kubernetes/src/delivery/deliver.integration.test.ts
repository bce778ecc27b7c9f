import type { KubernetesObject } from "@fairlead/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type AttachedCluster,
  attachedCluster,
  attempt,
  configMap,
  patch,
  post,
} from "../../testing/attached-cluster.ts";
import type { Session } from "../credentials/session.ts";
import { findObject } from "../find-object.ts";
import { watchKind } from "../watch/watch-kind.ts";
import { observeNamespace } from "./observe-namespace.ts";
import { pruneObjects } from "./prune-objects.ts";

const NAMESPACE = "delivered-a";
const BASE = `/api/v1/namespaces/${NAMESPACE}`;
const DEPLOYMENT = `/apis/apps/v1/namespaces/${NAMESPACE}/deployments/shop`;
const LABELS = { "app.kubernetes.io/instance": "shop" };

let cluster: AttachedCluster;
let deployer: Session;
let number = 0n;

beforeAll(async () => {
  cluster = await attachedCluster();
  deployer = cluster.accounts.deployer(NAMESPACE);
});
afterAll(() => cluster.stop());

/** The next delivery of these objects, without pruning. */
async function deliver(...objects: KubernetesObject[]) {
  number = await cluster.open(NAMESPACE, number + 1n);
  return cluster.apply(NAMESPACE, number, objects);
}

const prune = (kinds: string[], keep: KubernetesObject[]) =>
  pruneObjects(cluster.accounts, { namespace: NAMESPACE, number, kinds, keep });

function deployment(spec: object = {}): KubernetesObject {
  const security = { runAsNonRoot: true, runAsUser: 65532, seccompProfile: { type: "RuntimeDefault" } };
  const container = {
    name: "shop",
    image: "registry.example.com/shop:v1",
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } },
  };
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "shop", namespace: NAMESPACE, labels: LABELS },
    spec: {
      selector: { matchLabels: LABELS },
      template: { metadata: { labels: LABELS }, spec: { securityContext: security, containers: [container] } },
      ...spec,
    },
  };
}

function service(ports: object[] = [{ port: 80, targetPort: 8080 }]): KubernetesObject {
  const metadata = { name: "shop", namespace: NAMESPACE, labels: LABELS };
  return { apiVersion: "v1", kind: "Service", metadata, spec: { selector: LABELS, ports } };
}

test("tells what is new, what changed and what stayed as it was", async () => {
  const changes = (applied: { kind: string; change: string }[]) =>
    applied.map(({ kind, change }) => `${kind} ${change}`);
  // Rules and accounts come before pods, and pods before what points at them.
  expect(changes(await deliver(deployment({ replicas: 1 }), service(), configMap(NAMESPACE, "a")))).toEqual([
    "ConfigMap created",
    "Service created",
    "Deployment created",
  ]);
  expect(changes(await deliver(deployment({ replicas: 2 }), service(), configMap(NAMESPACE, "a")))).toEqual([
    "ConfigMap unchanged",
    "Service unchanged",
    "Deployment changed",
  ]);
});

test("what was wanted before and is not now is dropped from the object", async () => {
  const marked = configMap(NAMESPACE, "a", { team: "before" });
  await deliver(marked);
  await deliver(configMap(NAMESPACE, "a"));
  expect((await findObject(deployer, `${BASE}/configmaps/a`))?.metadata.labels).not.toHaveProperty("team");
});

test("refuses all where the cluster refuses some, and tells each", async () => {
  const wrong = { ...configMap(NAMESPACE, "wrong"), unknownField: 1 };
  const refused = await attempt(deliver(configMap(NAMESPACE, "right"), wrong, service([{ port: 99_999 }])));
  expect(refused).toMatch(/^invalid: .*unknownField.*spec\.ports\[0\]\.port/s);
  expect(await findObject(deployer, `${BASE}/configmaps/right`)).toBeUndefined();
});

test("does not know a kind that the cluster does not have", async () => {
  const metadata = { name: "x", namespace: NAMESPACE };
  const route = { apiVersion: "routes.example.com/v1", kind: "Route", metadata };
  expect(await attempt(deliver(route))).toBe("invalid: it does not know the kind Route of routes.example.com/v1");
});

test("replicas never dip when an autoscaler takes them over, and stay its own afterwards", async () => {
  await deliver(deployment({ replicas: 4 }));
  await deliver(deployment());
  const replicas = async () => (await findObject(deployer, DEPLOYMENT))?.spec;
  expect(await replicas()).toMatchObject({ replicas: 4 });
  await cluster.admin.request({
    method: "PATCH",
    path: `${DEPLOYMENT}/scale`,
    contentType: "application/merge-patch+json",
    body: { spec: { replicas: 7 } },
  });
  await deliver(deployment());
  expect(await replicas()).toMatchObject({ replicas: 7 });
});

test("with five replicas, autoscaling is switched on and off again, and there are never fewer", async () => {
  const autoscaler: KubernetesObject = {
    apiVersion: "autoscaling/v2",
    kind: "HorizontalPodAutoscaler",
    metadata: { name: "shop", namespace: NAMESPACE, labels: LABELS },
    spec: {
      scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "shop" },
      minReplicas: 5,
      maxReplicas: 8,
    },
  };
  await deliver(deployment({ replicas: 5 }));
  const seen: unknown[] = [];
  const stop = new AbortController();
  const watching = watchKind({
    session: cluster.admin,
    path: `/apis/apps/v1/namespaces/${NAMESPACE}/deployments`,
    labelSelector: "app.kubernetes.io/instance=shop",
    onSeen: ({ spec, metadata }) => seen.push([metadata.generation, Reflect.get(Object(spec), "replicas")]),
    onGone: () => seen.push("gone"),
    onSynced: () => {},
    signal: stop.signal,
  }).catch((error: unknown) => error);
  await expect.poll(() => seen.length, { timeout: 5000 }).toBeGreaterThan(0);

  await deliver(deployment(), autoscaler);
  await deliver(deployment({ replicas: 5 }));
  await prune(["HorizontalPodAutoscaler.autoscaling"], [deployment()]);
  // Something that is certainly the last, so that nothing before it is missed.
  await deliver(deployment({ replicas: 6 }));
  await expect.poll(() => JSON.stringify(seen.at(-1)), { timeout: 10_000 }).toMatch(/,6\]$/);
  stop.abort();
  await watching;
  const replicas = seen.map((each) => (Array.isArray(each) ? each[1] : each));
  expect([...new Set(replicas)]).toEqual([5, 6]);
});

test("takes away what is no longer delivered, and nothing else", async () => {
  await deliver(configMap(NAMESPACE, "stays"), configMap(NAMESPACE, "goes"), configMap(NAMESPACE, "owned"));
  await post(cluster.admin, `${BASE}/configmaps`, { metadata: { name: "by-hand" } });
  const owner = { apiVersion: "v1", kind: "ConfigMap", name: "by-hand" };
  const { uid } = (await findObject(deployer, `${BASE}/configmaps/by-hand`))?.metadata ?? {};
  await patch(cluster.admin, `${BASE}/configmaps/owned`, { metadata: { ownerReferences: [{ ...owner, uid }] } });

  const keep = [configMap(NAMESPACE, "stays")];
  await deliver(...keep);
  const kinds = ["ConfigMap.", "EndpointSlice.discovery.k8s.io", "Gone.example.com"];
  expect(await prune(kinds, keep)).toEqual(expect.arrayContaining(["ConfigMap goes", "ConfigMap a"]));
  const { items } = (await deployer.request({ method: "GET", path: `${BASE}/configmaps` })) as {
    items: { metadata: { name: string } }[];
  };
  expect(
    items
      .map(({ metadata: { name } }) => name)
      .filter((name) => !name.startsWith("kube-"))
      .sort(),
  ).toEqual(["by-hand", "fairlead-applyset", "owned", "stays"]);
  expect(await prune(kinds, keep)).toEqual([]);
});

test("sweeps what a late worker made while the fence was on its way", async () => {
  // As the admin, who alone can write an old number by now.
  const { labels } = (await findObject(deployer, `${BASE}/configmaps/stays`))?.metadata ?? {};
  await post(cluster.admin, `${BASE}/configmaps`, {
    metadata: { name: "late", labels: { ...labels, "fairlead.dev/delivery": String(number - 1n) } },
  });
  expect(await prune(["ConfigMap."], [configMap(NAMESPACE, "stays")])).toEqual(["ConfigMap late"]);
});

test("the set of what belongs together is readable for kubectl", async () => {
  await deliver(deployment(), service());
  const parent = await findObject(deployer, `${BASE}/configmaps/fairlead-applyset`);
  expect(parent?.metadata.annotations).toMatchObject({
    "applyset.kubernetes.io/contains-group-kinds": "Deployment.apps,Service",
  });
  const member = await findObject(deployer, DEPLOYMENT);
  expect(member?.metadata.labels?.["applyset.kubernetes.io/part-of"]).toBe(
    parent?.metadata.labels?.["applyset.kubernetes.io/id"],
  );
});

test("sees the workload with its pods, and how they are reached", async () => {
  const seen = async () => {
    const { workloads, pods, replicaSets, endpointSlices } = await observeNamespace(cluster.accounts, {
      namespace: NAMESPACE,
      service: "shop",
      kind: "Deployment",
    });
    return [workloads[0]?.metadata.name, pods.length > 0, replicaSets.length > 0, endpointSlices.length > 0];
  };
  await expect.poll(seen, { timeout: 15_000, interval: 200 }).toEqual(["shop", true, true, true]);
});
