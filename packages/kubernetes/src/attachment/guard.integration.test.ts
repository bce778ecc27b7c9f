import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type AttachedCluster,
  attachedCluster,
  attempt,
  binding,
  bindingsPath,
  patch,
  post,
  RESTRICTED,
  type Subject,
} from "../../testing/attached-cluster.ts";

const OURS = "guarded-a";
const OTHER = "guarded-b";
const MANAGED = { "fairlead.dev/managed": "true" };
const deployerOf = (name: string): Subject => ({ kind: "ServiceAccount", name, namespace: "fairlead-deployers" });
const group = (name: string): Subject => ({ kind: "Group", apiGroup: "rbac.authorization.k8s.io", name });

let cluster: AttachedCluster;

beforeAll(async () => {
  cluster = await attachedCluster();
  await cluster.open(OURS, 5n);
  await cluster.open(OTHER, 1n);
});
afterAll(() => cluster.stop());

const make = (name: string, labels: Record<string, string>) =>
  attempt(post(cluster.guard, "/api/v1/namespaces", { metadata: { name, labels } }));
const label = (name: string, labels: Record<string, string | null>) =>
  attempt(patch(cluster.guard, `/api/v1/namespaces/${name}`, { metadata: { labels } }));
const bind = (namespace: string, role: string, subject: Subject) =>
  attempt(
    post(cluster.guard, bindingsPath(namespace), {
      ...binding(namespace, role, subject),
      metadata: { generateName: "attempt-" },
    }),
  );

test("relabels its own namespaces, and no other", async () => {
  expect(await label(OURS, { x: "y" })).toBe("done");
  expect(await label("kube-system", { x: "y" })).toMatch(/^forbidden: .*guard touches managed namespaces only/);
  expect(await label("kube-system", MANAGED)).toMatch(/^forbidden: .*set by guard on a new namespace only/);
  const status = patch(cluster.guard, "/api/v1/namespaces/kube-system/status", { metadata: { labels: MANAGED } });
  expect(await attempt(status)).toMatch(/^forbidden: /);
});

test("makes namespaces under Pod Security restricted, and none with a reserved name", async () => {
  expect(await make("guarded-new", { ...MANAGED, ...RESTRICTED })).toBe("done");
  expect(await make("kube-extra", { ...MANAGED, ...RESTRICTED })).toMatch(/^forbidden: .*reserved name/);
  expect(await make("guarded-lax", { ...MANAGED, "pod-security.kubernetes.io/enforce": "baseline" })).toMatch(
    /^forbidden: .*restricted/,
  );
  expect(await make("guarded-none", RESTRICTED)).toMatch(/^forbidden: .*guard touches managed namespaces only/);
});

test("does not adopt a namespace that is there already, and says what to do", async () => {
  await post(cluster.admin, "/api/v1/namespaces", { metadata: { name: "somebody-elses" } });
  expect(await label("somebody-elses", MANAGED)).toMatch(/^forbidden: /);
  expect(await attempt(cluster.open("somebody-elses", 1n))).toMatch(
    /^forbidden: the namespace somebody-elses is there already and not Fairlead's. Its admin can/,
  );
  await patch(cluster.admin, "/api/v1/namespaces/somebody-elses", {
    metadata: { labels: { ...MANAGED, ...RESTRICTED } },
  });
  expect(await attempt(cluster.open("somebody-elses", 1n))).toBe("done");
});

test("binds each fixed role to its own kind of subject, in managed namespaces", async () => {
  expect(await bind(OURS, "fairlead-deployer", deployerOf(OURS))).toBe("done");
  expect(await bind(OURS, "fairlead-team", group("checkout-team"))).toBe("done");
  expect(await bind("kube-system", "fairlead-deployer", deployerOf("kube-system"))).toMatch(
    /^forbidden: .*managed namespaces only/,
  );
  expect(await bind(OURS, "fairlead-deployer", deployerOf(OTHER))).toMatch(/^forbidden: .*own kind of subject/);
  expect(await bind(OURS, "fairlead-team", group("system:authenticated"))).toMatch(/^forbidden: .*own kind of subject/);
  expect(await bind(OURS, "cluster-admin", deployerOf(OURS))).toMatch(/^forbidden: /);
  const workloadOf = (namespace: string): Subject => ({ kind: "ServiceAccount", name: "checkout", namespace });
  expect(await bind(OURS, "fairlead-workload-read", workloadOf(OURS))).toBe("done");
  expect(await bind(OURS, "fairlead-workload-read", workloadOf(OTHER))).toMatch(/^forbidden: .*own kind of subject/);
  expect(await bind(OURS, "fairlead-deployer", workloadOf(OURS))).toMatch(/^forbidden: .*own kind of subject/);
});

test("raises the fence, and never lowers it", async () => {
  expect(await label(OURS, { "fairlead.dev/delivery": "6" })).toBe("done");
  expect(await label(OURS, { "fairlead.dev/delivery": "5" })).toMatch(/^forbidden: .*never goes down/);
  expect(await label(OURS, { "fairlead.dev/delivery": null })).toMatch(/^forbidden: .*never goes down/);
});

test("of two that raise it at once each holds a number of its own", async () => {
  const numbers = await Promise.all([cluster.open(OTHER, 10n), cluster.open(OTHER, 10n), cluster.open(OTHER, 10n)]);
  expect(numbers.sort()).toEqual([10n, 11n, 12n]);
});

test("keeps Pod Security where it is", async () => {
  expect(await label(OURS, { "pod-security.kubernetes.io/enforce": "privileged" })).toMatch(/^forbidden: .*stays/);
});

test("leaves a namespace with its service and its environment, whose secrets and backups are its own", async () => {
  const MINE = { "fairlead.dev/service": "checkout", "fairlead.dev/environment": "dev", "fairlead.dev/tier": "1" };
  expect(await make("guarded-placed", { ...MANAGED, ...RESTRICTED })).toBe("done");
  expect(await label("guarded-placed", MINE)).toBe("done");
  for (const change of [{ "fairlead.dev/service": "payments" }, { "fairlead.dev/environment": null }]) {
    expect(await label("guarded-placed", change)).toMatch(/^forbidden: .*stays with its service and its environment/);
  }
  expect(await label("guarded-placed", { "fairlead.dev/tier": "2", "fairlead.dev/team": "shop" })).toBe("done");
  const labels = { ...MINE, ...MANAGED, ...RESTRICTED, "fairlead.dev/environment": "prod" };
  const wanted = { apiVersion: "v1", kind: "Namespace", metadata: { name: "guarded-placed", labels } };
  expect(await attempt(cluster.open("guarded-placed", 1n, [wanted]))).toMatch(
    /^forbidden: the namespace guarded-placed belongs to the environment dev. Its admin can/,
  );
});

test("deletes a namespace only after it was marked", async () => {
  const remove = () => attempt(cluster.guard.request({ method: "DELETE", path: "/api/v1/namespaces/guarded-new" }));
  expect(await remove()).toMatch(/^forbidden: .*decommission/);
  expect(await label("guarded-new", { "fairlead.dev/decommission": "true" })).toBe("done");
  expect(await remove()).toBe("done");
});

test("takes back a binding that it would not give today, and leaves those of others", async () => {
  const foreign = { ...binding(OURS, "view", group("auditors")), metadata: { name: "auditors" } };
  await post(cluster.admin, bindingsPath(OURS), foreign);
  await post(cluster.guard, bindingsPath(OURS), binding(OURS, "fairlead-team", group("before")));
  await cluster.open(OURS, 7n);
  const read = (name: string) =>
    attempt(cluster.guard.request({ method: "GET", path: `${bindingsPath(OURS)}/${name}` }));
  expect(await read("fairlead-team")).toMatch(/^not-found: /);
  expect([await read("auditors"), await read("fairlead-deployer")]).toEqual(["done", "done"]);
});

test("a binding that a namespace's admin deleted is back with the next delivery", async () => {
  await cluster.admin.request({ method: "DELETE", path: `${bindingsPath(OURS)}/fairlead-guard-namespace` });
  await cluster.admin.request({ method: "DELETE", path: `${bindingsPath(OURS)}/fairlead-deployer` });
  expect(await attempt(cluster.open(OURS, 8n))).toBe("done");
});
