import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type AttachedCluster,
  attachedCluster,
  attempt,
  binding,
  bindingsPath,
  configMap,
  patch,
  post,
} from "../../testing/attached-cluster.ts";
import type { Session } from "../credentials/session.ts";
import { readObject } from "../read-object.ts";

const OURS = "deployed-a";
const OTHER = "deployed-b";
const CONFIG_MAPS = `/api/v1/namespaces/${OURS}/configmaps`;

let cluster: AttachedCluster;
let deployer: Session;

beforeAll(async () => {
  cluster = await attachedCluster();
  await cluster.open(OURS, 5n);
  await cluster.open(OTHER, 5n);
  await cluster.apply(OURS, 5n, [configMap(OURS, "first")]);
  deployer = cluster.accounts.deployer(OURS);
});
afterAll(() => cluster.stop());

const write = (name: string, number?: number) =>
  attempt(
    deployer.request({
      method: "PATCH",
      path: `${CONFIG_MAPS}/${name}`,
      query: { fieldManager: "fairlead", force: "true" },
      contentType: "application/apply-patch+yaml",
      body: configMap(OURS, name, number === undefined ? {} : { "fairlead.dev/delivery": String(number) }),
    }),
  );

test("writes what carries exactly the number of its namespace", async () => {
  expect(await write("exact", 5)).toBe("done");
  expect(await write("exact", 4)).toMatch(/^stale: .*object says 4, the namespace is at 5/);
  expect(await write("exact", 999_999)).toMatch(/^stale: .*object says 999999/);
  expect(await write("another")).toMatch(/^forbidden: .*with its number only/);
});

test("does not touch what somebody made by hand, and says how to go on", async () => {
  await post(cluster.admin, CONFIG_MAPS, { metadata: { name: "by-hand" }, data: {} });
  expect(await write("by-hand", 5)).toMatch(/^forbidden: .*not Fairlead's/);
  expect(await attempt(cluster.apply(OURS, 5n, [configMap(OURS, "by-hand"), configMap(OURS, "new")]))).toMatch(
    /^forbidden: ConfigMap by-hand is there already and not made by Fairlead. Remove it by hand/,
  );
  expect(await attempt(deployer.request({ method: "GET", path: `${CONFIG_MAPS}/new` }))).toMatch(/^not-found: /);
});

test("writes nothing that protects the namespace", async () => {
  const bind = binding(OURS, "fairlead-deployer", {
    kind: "ServiceAccount",
    name: OURS,
    namespace: "fairlead-deployers",
  });
  expect(await attempt(post(deployer, bindingsPath(OURS), bind))).toMatch(/^forbidden: /);
  const quota = `/api/v1/namespaces/${OURS}/resourcequotas/fairlead`;
  expect(await attempt(patch(deployer, quota, { spec: { hard: { pods: "999" } } }))).toMatch(/^forbidden: /);
  const namespace = `/api/v1/namespaces/${OURS}`;
  expect(await attempt(patch(deployer, namespace, { metadata: { labels: { x: "y" } } }))).toMatch(/^forbidden: /);
  expect(await attempt(deployer.request({ method: "GET", path: `/api/v1/namespaces/${OURS}/secrets` }))).toMatch(
    /^forbidden: /,
  );
});

test("writes in no other namespace, not even where a careless admin lets it", async () => {
  const elsewhere = () =>
    attempt(
      post(deployer, `/api/v1/namespaces/${OTHER}/configmaps`, configMap(OTHER, "x", { "fairlead.dev/delivery": "5" })),
    );
  expect(await elsewhere()).toMatch(/^forbidden: /);
  await post(cluster.admin, bindingsPath(OTHER), {
    ...binding(OTHER, "edit", { kind: "ServiceAccount", name: OURS, namespace: "fairlead-deployers" }),
    metadata: { name: "careless" },
  });
  await expect.poll(elsewhere, { timeout: 5000 }).toMatch(/^forbidden: .*its own managed namespace only/);
});

test("deletes only what it marked, with uid and resourceVersion", async () => {
  const path = `${CONFIG_MAPS}/doomed`;
  await write("doomed", 5);
  const read = async () => readObject(await deployer.request({ method: "GET", path })).metadata;
  const { uid, resourceVersion } = await read();
  const remove = (preconditions?: object) =>
    attempt(
      deployer.request({ method: "DELETE", path, body: { kind: "DeleteOptions", apiVersion: "v1", preconditions } }),
    );
  expect(await remove()).toMatch(/^forbidden: .*carries uid and resourceVersion/);
  expect(await remove({ uid, resourceVersion })).toMatch(/^forbidden: .*needs the mark/);
  await patch(deployer, path, { metadata: { annotations: { "fairlead.dev/prune": "5" } } });
  const marked = await read();
  expect(await remove({ uid })).toMatch(/^forbidden: .*carries uid and resourceVersion/);
  expect(await remove({ uid, resourceVersion: marked.resourceVersion })).toBe("done");
});

test("is refused from the moment on at which a newer delivery holds the namespace", async () => {
  expect(await write("raced", 5)).toBe("done");
  await cluster.open(OURS, 6n);
  await expect.poll(() => write("raced", 5), { timeout: 3000, interval: 20 }).toMatch(/^stale: /);
  expect(await write("raced", 6)).toBe("done");
});

test("an account that was made anew goes on with a new token", async () => {
  const path = `/api/v1/namespaces/fairlead-deployers/serviceaccounts/${OTHER}`;
  const session = cluster.accounts.deployer(OTHER);
  const list = () => attempt(session.request({ method: "GET", path: `/api/v1/namespaces/${OTHER}/services` }));
  expect(await list()).toBe("done");
  await cluster.guard.request({ method: "DELETE", path });
  await cluster.open(OTHER, 7n);
  // The API server remembers for ten seconds that a token was good; then the old one is refused.
  await expect.poll(list, { timeout: 15_000, interval: 1000 }).toBe("done");
});
