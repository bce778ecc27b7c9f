import { afterAll, beforeAll, expect, test } from "vitest";
import { type AttachedCluster, attachedCluster, attempt, patch, post } from "../../testing/attached-cluster.ts";
import { exceptionLabels, labelExceptions } from "./exception-labels.ts";

const NAMESPACE = "excepted-a";
const PATH = `/api/v1/namespaces/${NAMESPACE}`;
const KEY = "exceptions.fairlead.dev/spread";

let cluster: AttachedCluster;
beforeAll(async () => {
  cluster = await attachedCluster();
  await cluster.open(NAMESPACE, 1n);
});
afterAll(() => cluster.stop());

const label = (policies: string[]) => labelExceptions(cluster.guard, { namespace: NAMESPACE, policies });
const seen = async () => (await exceptionLabels(cluster.accounts.reader)).get(NAMESPACE);

test("guard lets a namespace off exactly what holds, again and again", async () => {
  expect([await label(["spread", "rolling-update"]), await seen()]).toEqual([true, ["rolling-update", "spread"]]);
  expect([await label(["spread"]), await seen()]).toEqual([true, ["spread"]]);
  expect([await label([]), await seen()]).toEqual([true, undefined]);
});

test("a delivery leaves them alone, and one that was put there by hand goes", async () => {
  await label(["spread"]);
  await cluster.open(NAMESPACE, 2n);
  expect(await seen()).toEqual(["spread"]);
  await patch(cluster.admin, PATH, { metadata: { labels: { "exceptions.fairlead.dev/by-hand": "true" } } });
  expect([await label(["spread"]), await seen()]).toEqual([true, ["spread"]]);
});

test("a namespace that is not there, or not Fairlead's, is left alone", async () => {
  await post(cluster.admin, "/api/v1/namespaces", { metadata: { name: "excepted-foreign" } });
  const of = (namespace: string) => labelExceptions(cluster.guard, { namespace, policies: ["spread"] });
  expect([await of("excepted-nowhere"), await of("excepted-foreign"), await of("kube-system")]).toEqual([
    false,
    false,
    false,
  ]);
});

test("nobody else lets a namespace off anything: not its team, not its deployer, not who may edit all namespaces", async () => {
  await label([]);
  const body = { metadata: { labels: { [KEY]: "true" } } };
  const editor = await cluster.editorOf(NAMESPACE);
  expect(await attempt(patch(editor, PATH, body))).toMatch(/^forbidden: /);
  expect(await attempt(patch(cluster.accounts.deployer(NAMESPACE), PATH, body))).toMatch(/^forbidden: /);
  // With rights on namespaces the guard policy is what refuses.
  const rbac = "/apis/rbac.authorization.k8s.io/v1";
  const rules = [{ apiGroups: [""], resources: ["namespaces", "namespaces/status"], verbs: ["get", "patch"] }];
  await post(cluster.admin, `${rbac}/clusterroles`, { metadata: { name: "excepted-editor" }, rules });
  await post(cluster.admin, `${rbac}/clusterrolebindings`, {
    metadata: { name: "excepted-editor" },
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "excepted-editor" },
    subjects: [{ kind: "User", apiGroup: "rbac.authorization.k8s.io", name: "edda" }],
  });
  const relabel = (path: string, change: object) => cluster.impersonating("edda", "PATCH", path, change);
  const harmless = { metadata: { labels: { x: "y" } } };
  await expect.poll(async () => (await relabel(PATH, harmless)).status, { timeout: 5000 }).toBe(200);
  expect(await relabel(PATH, body)).toMatchObject({ status: 403, text: expect.stringContaining("are guard's") });
  expect(await relabel(`${PATH}/status`, body)).toMatchObject({ status: 403 });
  expect(await seen()).toBeUndefined();
});
