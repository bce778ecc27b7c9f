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

const NAMESPACE = "others-a";
const CONFIG_MAPS = `/api/v1/namespaces/${NAMESPACE}/configmaps`;

let cluster: AttachedCluster;
let editor: Session;

beforeAll(async () => {
  cluster = await attachedCluster();
  await cluster.open(NAMESPACE, 3n);
  await cluster.apply(NAMESPACE, 3n, [configMap(NAMESPACE, "delivered")]);
  editor = await cluster.editorOf(NAMESPACE);
});
afterAll(() => cluster.stop());

test("who may edit a managed namespace writes there, but no delivery numbers", async () => {
  const read = () => attempt(editor.request({ method: "GET", path: CONFIG_MAPS }));
  await expect.poll(read, { timeout: 5000 }).toBe("done");
  const make = (labels: Record<string, string>) =>
    attempt(post(editor, CONFIG_MAPS, { metadata: { generateName: "attempt-", labels } }));
  expect(await make({})).toBe("done");
  expect(await make({ "fairlead.dev/delivery": "3" })).toMatch(/^forbidden: .*written by deliveries only/);
  const relabel = (number: string | null) =>
    attempt(patch(editor, `${CONFIG_MAPS}/delivered`, { metadata: { labels: { "fairlead.dev/delivery": number } } }));
  expect(await relabel("99")).toMatch(/^forbidden: .*written by deliveries only/);
  expect(await relabel(null)).toMatch(/^forbidden: .*written by deliveries only/);
  expect(await attempt(patch(editor, `${CONFIG_MAPS}/delivered`, { data: { a: "2" } }))).toBe("done");
});

test("whatever somebody else changed is back with the next delivery", async () => {
  await cluster.open(NAMESPACE, 4n);
  const [applied] = await cluster.apply(NAMESPACE, 4n, [configMap(NAMESPACE, "delivered")]);
  expect(applied).toEqual({ kind: "ConfigMap", name: "delivered", change: "changed" });
});

test("the marks of a managed namespace are for guard and the admin", async () => {
  const relabel = (user: string, labels: object) =>
    cluster.impersonating(user, "PATCH", `/api/v1/namespaces/${NAMESPACE}`, { metadata: { labels } });
  // Somebody with rights on all namespaces, but not to attach them.
  const path = "/apis/rbac.authorization.k8s.io/v1";
  const rules = [{ apiGroups: [""], resources: ["namespaces"], verbs: ["get", "patch", "update", "create", "delete"] }];
  await post(cluster.admin, `${path}/clusterroles`, { metadata: { name: "all-namespaces" }, rules });
  await post(cluster.admin, `${path}/clusterrolebindings`, {
    metadata: { name: "all-namespaces" },
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "all-namespaces" },
    subjects: [{ kind: "User", apiGroup: "rbac.authorization.k8s.io", name: "olga" }],
  });
  await expect.poll(async () => (await relabel("olga", { x: "y" })).status, { timeout: 5000 }).toBe(200);
  for (const labels of [
    { "fairlead.dev/managed": null },
    { "exceptions.fairlead.dev/run-as-non-root": "true" },
    { "pod-security.kubernetes.io/enforce": "privileged" },
    { "fairlead.dev/delivery": "99" },
    { "fairlead.dev/backup-location": "elsewhere" },
  ]) {
    expect(await relabel("olga", labels)).toMatchObject({ status: 403 });
  }
  const annotate = (annotations: object) =>
    cluster.impersonating("olga", "PATCH", `/api/v1/namespaces/${NAMESPACE}`, { metadata: { annotations } });
  // By this a guard tells which secrets are the namespace's own.
  const secrets = { "fairlead.dev/secret-path": "fairlead/prod/payments/" };
  expect(await annotate(secrets)).toMatchObject({ status: 403 });
  expect(await annotate({ "example.com/note": "mine" })).toMatchObject({ status: 200 });
  const remove = await cluster.impersonating("olga", "DELETE", `/api/v1/namespaces/${NAMESPACE}`, undefined);
  expect(remove).toMatchObject({ status: 403, text: expect.stringContaining("fairlead.dev/decommission") });
});
