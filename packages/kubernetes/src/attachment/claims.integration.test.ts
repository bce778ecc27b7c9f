import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type AttachedCluster,
  attachedCluster,
  attempt,
  binding,
  bindingsPath,
  post,
} from "../../testing/attached-cluster.ts";
import { boundClaim } from "../../testing/bound-claim.ts";
import type { Session } from "../credentials/session.ts";
import { readObject } from "../read-object.ts";

const NAMESPACE = "claimed-a";
const CLAIMS = `/api/v1/namespaces/${NAMESPACE}/persistentvolumeclaims`;
const labelsOf = (service: string) => ({
  "app.kubernetes.io/instance": service,
  "app.kubernetes.io/managed-by": "fairlead",
  "fairlead.dev/service": service,
});
const NOTHING_ELSE = /^forbidden: .*grow, and changes nothing else of a claim/;

let cluster: AttachedCluster;
let deployer: Session;
let ours: string;

beforeAll(async () => {
  cluster = await attachedCluster();
  await cluster.open(NAMESPACE, 5n);
  deployer = cluster.accounts.deployer(NAMESPACE);
  ours = await boundClaim(cluster.admin, { namespace: NAMESPACE, name: "data-a-0", labels: labelsOf(NAMESPACE) });
});
afterAll(() => cluster.stop());

/** Asks for a size with a number, and whatever else. */
function grow(
  path: string,
  storage: string,
  number: number | undefined = 5,
  { metadata = {}, spec = {} }: { metadata?: Record<string, unknown>; spec?: Record<string, unknown> } = {},
) {
  const { labels, ...others } = metadata;
  const marked = { ...(number === undefined ? {} : { "fairlead.dev/delivery": String(number) }), ...Object(labels) };
  return attempt(
    deployer.request({
      method: "PATCH",
      path,
      query: { fieldManager: "fairlead" },
      contentType: "application/merge-patch+json",
      body: {
        metadata: { labels: marked, ...others },
        spec: { resources: { requests: { storage } }, ...spec },
      },
    }),
  );
}

test("a claim of its service grows, with the number of the delivery", async () => {
  expect(await grow(ours, "2Gi", 4)).toMatch(/^stale: .*object says 4, the namespace is at 5/);
  expect(await grow(ours, "2Gi", 999)).toMatch(/^stale: /);
  expect(await attempt(deployer.request(storageOnly(ours, "2Gi")))).toMatch(/^forbidden: .*with its number only/);
  expect(await grow(ours, "2Gi")).toBe("done");
  // It carries the number from now on.
  expect(await grow(ours, "3Gi", 4)).toMatch(/^stale: /);
  expect(await grow(ours, "3Gi")).toBe("done");
  expect(readObject(await cluster.admin.request({ method: "GET", path: ours })).spec).toMatchObject({
    resources: { requests: { storage: "3Gi" } },
  });
});

const storageOnly = (path: string, storage: string) =>
  ({
    method: "PATCH",
    path,
    contentType: "application/merge-patch+json",
    body: { spec: { resources: { requests: { storage } } } },
  }) as const;

test("it never shrinks, and nothing else of it changes", async () => {
  expect(await grow(ours, "2500Mi")).toMatch(NOTHING_ELSE);
  expect(await grow(ours, "4Gi", 5, { metadata: { labels: { team: "another" } } })).toMatch(NOTHING_ELSE);
  expect(await grow(ours, "4Gi", 5, { metadata: { labels: { "app.kubernetes.io/instance": null } } })).toMatch(
    NOTHING_ELSE,
  );
  expect(await grow(ours, "4Gi", 5, { metadata: { labels: { "fairlead.dev/service": "other" } } })).toMatch(
    NOTHING_ELSE,
  );
  expect(await grow(ours, "4Gi", 5, { metadata: { annotations: { note: "x" } } })).toMatch(NOTHING_ELSE);
  expect(await grow(ours, "4Gi", 5, { metadata: { finalizers: null } })).toMatch(NOTHING_ELSE);
  const owner = { apiVersion: "v1", kind: "ConfigMap", name: "x", uid: "00000000-0000-0000-0000-000000000000" };
  expect(await grow(ours, "4Gi", 5, { metadata: { ownerReferences: [owner] } })).toMatch(NOTHING_ELSE);
  expect(await grow(ours, "4Gi", 5, { spec: { volumeAttributesClassName: "fast" } })).toMatch(NOTHING_ELSE);
  // What the API server holds fixed as well is refused by whoever comes first.
  expect(await grow(ours, "4Gi", 5, { spec: { storageClassName: "fast" } })).toMatch(/^(forbidden|invalid): /);
  expect(await grow(ours, "4Gi", 5, { spec: { volumeName: "another" } })).toMatch(/^(forbidden|invalid): /);
  expect(await grow(ours, "4Gi", 5, { spec: { resources: { limits: { storage: "9Gi" } } } })).toMatch(
    /^(forbidden|invalid): /,
  );
});

test("a claim of somebody else stays as it is", async () => {
  const foreign = await boundClaim(cluster.admin, { namespace: NAMESPACE, name: "by-hand", labels: {} });
  const labels = labelsOf("other");
  const another = await boundClaim(cluster.admin, { namespace: NAMESPACE, name: "data-other-0", labels });
  expect(await grow(foreign, "2Gi")).toMatch(NOTHING_ELSE);
  expect(await grow(foreign, "2Gi", 5, { metadata: { labels: labelsOf(NAMESPACE) } })).toMatch(NOTHING_ELSE);
  expect(await grow(another, "2Gi")).toMatch(NOTHING_ELSE);
});

test("a deployer makes no claim and deletes none, not even where a careless admin lets it", async () => {
  const body = {
    metadata: { name: "made", labels: { ...labelsOf(NAMESPACE), "fairlead.dev/delivery": "5" } },
    spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } } },
  };
  const make = () => attempt(post(deployer, CLAIMS, body));
  const { uid, resourceVersion } = readObject(await cluster.admin.request({ method: "GET", path: ours })).metadata;
  const options = { kind: "DeleteOptions", apiVersion: "v1", preconditions: { uid, resourceVersion } };
  const remove = () => attempt(deployer.request({ method: "DELETE", path: ours, body: options }));
  expect([await make(), await remove()]).toEqual([
    expect.stringMatching(/^forbidden: .*cannot create/),
    expect.stringMatching(/^forbidden: .*cannot delete/),
  ]);
  const subject = { kind: "ServiceAccount", name: NAMESPACE, namespace: "fairlead-deployers" } as const;
  await post(cluster.admin, bindingsPath(NAMESPACE), {
    ...binding(NAMESPACE, "edit", subject),
    metadata: { name: "careless" },
  });
  await expect.poll(make, { timeout: 5000 }).toMatch(NOTHING_ELSE);
  expect(await remove()).toMatch(NOTHING_ELSE);
});
