import type { KubernetesObject } from "@fairlead/domain";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import * as z from "zod";
import { type AttachedCluster, attachedCluster, attempt, patch, post } from "../../../testing/attached-cluster.ts";
import { beforeWrites, KILLED, mortal } from "../../../testing/mortal.ts";
import { findObject } from "../../find-object.ts";
import { readList } from "../../read-object.ts";
import { watchKind } from "../../watch/watch-kind.ts";
import { applyObjects } from "../apply-objects.ts";

const SERVICE = "grown-a";
const BASE = `/api/v1/namespaces/${SERVICE}`;
const SETS = `/apis/apps/v1/namespaces/${SERVICE}/statefulsets`;
const LABELS = {
  "app.kubernetes.io/instance": SERVICE,
  "app.kubernetes.io/managed-by": "fairlead",
  "fairlead.dev/service": SERVICE,
};
const specSchema = z.object({
  replicas: z.number().optional(),
  volumeClaimTemplates: z.array(z.object({ spec: z.object({ resources: z.unknown() }) })).optional(),
  resources: z.object({ requests: z.object({ storage: z.string() }) }).optional(),
});

let cluster: AttachedCluster;
let number = 0n;

beforeAll(async () => {
  cluster = await attachedCluster();
});
afterAll(() => cluster.stop());
beforeEach(async () => {
  number = await cluster.open(SERVICE, number + 1n);
});

interface Wanted {
  size: string;
  replicas?: number;
  storageClassName?: string;
}

/** A StatefulSet of two volumes for each replica; where the number of replicas is left out, somebody else says it. */
function statefulSet(name: string, { size, replicas, storageClassName = "standard" }: Wanted): KubernetesObject {
  const labels = { ...LABELS, app: name };
  const claim = (volume: string, storage: string) => ({
    apiVersion: "v1",
    kind: "PersistentVolumeClaim",
    metadata: { name: volume, labels: LABELS },
    spec: { accessModes: ["ReadWriteOnce"], storageClassName, resources: { requests: { storage } } },
  });
  const container = {
    name: "main",
    image: "registry.example.com/shop/ledger:v1",
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } },
    volumeMounts: [
      { name: "data", mountPath: "/data" },
      { name: "journal", mountPath: "/journal" },
    ],
  };
  const securityContext = { runAsNonRoot: true, runAsUser: 65532, seccompProfile: { type: "RuntimeDefault" } };
  return {
    apiVersion: "apps/v1",
    kind: "StatefulSet",
    metadata: { name, namespace: SERVICE, labels },
    spec: {
      ...(replicas === undefined ? {} : { replicas }),
      serviceName: name,
      podManagementPolicy: "Parallel",
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { securityContext, containers: [container] } },
      volumeClaimTemplates: [claim("data", size), claim("journal", "1Gi")],
    },
  };
}

const deliver = (object: KubernetesObject, accounts = cluster.accounts) =>
  applyObjects(accounts, { namespace: SERVICE, number, objects: [object], kinds: ["StatefulSet.apps"] });

async function list(path: string, app: string): Promise<KubernetesObject[]> {
  const query = { labelSelector: `app=${app}` };
  return readList(await cluster.admin.request({ method: "GET", path, query })).items;
}

const sizes = async (app: string) => {
  const claims = await list(`${BASE}/persistentvolumeclaims`, app);
  return claims.map(({ metadata, spec }) => `${metadata.name} ${specSchema.parse(spec).resources?.requests.storage}`);
};

const podsOf = async (app: string) =>
  (await list(`${BASE}/pods`, app)).map(({ metadata: { name, uid, ownerReferences = [] }, status }) => ({
    name,
    uid,
    owner: ownerReferences[0]?.uid,
    phase: z.object({ phase: z.string() }).parse(status).phase,
  }));

async function untilRunning(app: string, replicas: number): Promise<string[]> {
  const names = Array.from({ length: replicas }, (_, index) => `${app}-${index} Running`);
  const seen = async () => (await podsOf(app)).map(({ name, phase }) => `${name} ${phase}`).sort();
  await expect.poll(seen, { timeout: 30_000, interval: 100 }).toEqual(names);
  return (await podsOf(app)).map(({ uid = "" }) => uid).sort();
}

/** Follows pods and StatefulSets, so that nothing that happens to them in between is missed. */
function follow(app: string) {
  const stop = new AbortController();
  const lost: string[] = [];
  const replicas = new Set<number>();
  const seen = new Set<string>();
  const watching = [
    watchKind({
      session: cluster.admin,
      path: `${BASE}/pods`,
      labelSelector: `app=${app}`,
      onSeen: ({ metadata: { name, uid = "", deletionTimestamp }, status }) => {
        seen.add(uid);
        if (deletionTimestamp !== undefined) lost.push(`${name} is deleted`);
        if (/"restartCount":[1-9]/.test(JSON.stringify(status ?? {}))) lost.push(`${name} restarted`);
      },
      onGone: ({ metadata: { name } }) => lost.push(`${name} is gone`),
      onSynced: () => {},
      signal: stop.signal,
    }),
    watchKind({
      session: cluster.admin,
      path: SETS,
      labelSelector: `app=${app}`,
      onSeen: ({ spec }) => replicas.add(specSchema.parse(spec).replicas ?? 1),
      onGone: () => {},
      onSynced: () => {},
      signal: stop.signal,
    }),
  ].map((watch) => watch.catch((error: unknown) => error));
  return {
    lost,
    replicas,
    seen,
    async end() {
      stop.abort();
      await Promise.all(watching);
    },
  };
}

test("volumes grow while their pods keep running, and the StatefulSet is made anew around them", async () => {
  await deliver(statefulSet("plain", { size: "1Gi", replicas: 2 }));
  const pods = await untilRunning("plain", 2);
  const before = await findObject(cluster.admin, `${SETS}/plain`);
  const followed = follow("plain");
  await expect.poll(() => followed.seen.size, { timeout: 10_000 }).toBe(2);

  const applied = await deliver(statefulSet("plain", { size: "2Gi", replicas: 2 }));
  const grew = { from: "1Gi", to: "2Gi" };
  expect(applied).toEqual([
    { kind: "PersistentVolumeClaim", name: "data-plain-0", change: "changed", grew },
    { kind: "PersistentVolumeClaim", name: "data-plain-1", change: "changed", grew },
    { kind: "StatefulSet", name: "plain", change: "changed" },
  ]);
  expect(await sizes("plain")).toEqual([
    "data-plain-0 2Gi",
    "data-plain-1 2Gi",
    "journal-plain-0 1Gi",
    "journal-plain-1 1Gi",
  ]);
  const after = await findObject(cluster.admin, `${SETS}/plain`);
  expect(after?.metadata.uid).not.toBe(before?.metadata.uid);
  // The new one takes the same pods, and finds that they are of its version.
  await expect
    .poll(async () => (await podsOf("plain")).map(({ owner }) => owner), { timeout: 10_000 })
    .toEqual([after?.metadata.uid, after?.metadata.uid]);
  const isCurrent = async () => (await findObject(cluster.admin, `${SETS}/plain`))?.status;
  await expect
    .poll(isCurrent, { timeout: 10_000 })
    .toMatchObject({ replicas: 2, updatedReplicas: 2, readyReplicas: 2 });
  expect(await untilRunning("plain", 2)).toEqual(pods);
  await followed.end();
  expect(followed.lost).toEqual([]);

  expect(await deliver(statefulSet("plain", { size: "2Gi", replicas: 2 }))).toEqual([
    { kind: "StatefulSet", name: "plain", change: "unchanged" },
  ]);
  expect((await findObject(cluster.admin, `${SETS}/plain`))?.metadata.uid).toBe(after?.metadata.uid);
});

test("a worker killed before any of its writes is gone on from, and no pod is lost, also under an autoscaler", async () => {
  await deliver(statefulSet("scaled", { size: "1Gi" }));
  await cluster.admin.request({
    method: "PATCH",
    path: `${SETS}/scaled/scale`,
    contentType: "application/merge-patch+json",
    body: { spec: { replicas: 3 } },
  });
  const pods = await untilRunning("scaled", 3);
  const followed = follow("scaled");
  await expect.poll(() => followed.seen.size, { timeout: 10_000 }).toBe(3);

  let size = 1;
  let written: string[] = [];
  for (let writes = 0; ; writes += 1) {
    size += 1;
    const wanted = statefulSet("scaled", { size: `${size}Gi` });
    const worker = mortal(cluster.accounts, writes);
    const end = await attempt(deliver(wanted, worker.accounts));
    written = worker.written();
    if (end === "done") break;
    expect(end).toContain(KILLED);
    // Whoever goes on has raised the fence.
    number = await cluster.open(SERVICE, number + 1n);
    await deliver(wanted);
    expect((await sizes("scaled")).filter((claim) => claim.startsWith("data-"))).toEqual(
      [0, 1, 2].map((ordinal) => `data-scaled-${ordinal} ${size}Gi`),
    );
    const spec = specSchema.parse((await findObject(cluster.admin, `${SETS}/scaled`))?.spec);
    expect(spec.volumeClaimTemplates?.[0]?.spec.resources).toEqual({ requests: { storage: `${size}Gi` } });
  }
  // Each of them was the first that a killed worker did not come to.
  expect(written).toEqual([
    "PATCH fairlead-applyset",
    ...[0, 1, 2].map((ordinal) => `PATCH data-scaled-${ordinal}`),
    "PATCH scaled",
    "DELETE scaled",
    ...Array.from({ length: 3 }, () => "PATCH scaled"),
  ]);
  expect(await untilRunning("scaled", 3)).toEqual(pods);
  await followed.end();
  expect(followed.lost).toEqual([]);
  expect([...followed.replicas]).toEqual([3]);
  // The number of replicas is the autoscaler's afterwards, too.
  await deliver(statefulSet("scaled", { size: `${size}Gi` }));
  expect((await findObject(cluster.admin, `${SETS}/scaled`))?.spec).toMatchObject({ replicas: 3 });
}, 240_000);

test("a replica that an autoscaler brings at the last moment stays, and its volumes grow too", async () => {
  await deliver(statefulSet("late", { size: "1Gi" }));
  const [first] = await untilRunning("late", 1);
  const wanted = statefulSet("late", { size: "2Gi" });
  const scaledMeanwhile = beforeWrites(cluster.accounts, async (write) => {
    if (write !== "DELETE late" || (await sizes("late")).length > 2) return;
    await patch(cluster.admin, `${SETS}/late/scale`, { spec: { replicas: 2 } });
    await expect.poll(() => sizes("late"), { timeout: 10_000 }).toContain("data-late-1 1Gi");
  });
  // Until the late one has its volume, the delivery is tried again.
  const tried = [await attempt(deliver(wanted, scaledMeanwhile))];
  const again = async () => {
    if (tried.at(-1) !== "done") tried.push(await attempt(deliver(wanted)));
    return tried.at(-1);
  };
  await expect.poll(again, { timeout: 20_000 }).toBe("done");
  expect(tried.slice(0, -1).every((end) => /^busy: .*data-late-1 is without a volume/.test(end))).toBe(true);
  expect((await findObject(cluster.admin, `${SETS}/late`))?.spec).toMatchObject({ replicas: 2 });
  expect((await sizes("late")).filter((claim) => claim.startsWith("data-"))).toEqual([
    "data-late-0 2Gi",
    "data-late-1 2Gi",
  ]);
  expect(await untilRunning("late", 2)).toContain(first);
}, 60_000);

test("where the old one takes long to go, the delivery is tried again, and goes on", async () => {
  await deliver(statefulSet("slow", { size: "1Gi", replicas: 1 }));
  const pods = await untilRunning("slow", 1);
  await patch(cluster.admin, `${SETS}/slow`, { metadata: { finalizers: ["example.com/hold"] } });
  const wanted = statefulSet("slow", { size: "2Gi", replicas: 1 });
  const busy = /^busy: StatefulSet slow is still being deleted/;
  expect(await attempt(deliver(wanted))).toMatch(busy);
  expect(await attempt(deliver(wanted))).toMatch(busy);
  await patch(cluster.admin, `${SETS}/slow`, { metadata: { finalizers: null } });
  expect(await attempt(deliver(wanted))).toBe("done");
  expect(await untilRunning("slow", 1)).toEqual(pods);
}, 60_000);

async function storageClass(name: string, rest: Record<string, unknown>): Promise<void> {
  const body = { metadata: { name }, provisioner: "kubernetes.io/host-path", ...rest };
  const path = "/apis/storage.k8s.io/v1/storageclasses";
  if ((await findObject(cluster.admin, `${path}/${name}`)) === undefined) await post(cluster.admin, path, body);
}

test("where the class lets no volume grow, nothing is changed", async () => {
  await storageClass("grown-fixed", { allowVolumeExpansion: false });
  const of = (size: string) => statefulSet("fixed", { size, replicas: 1, storageClassName: "grown-fixed" });
  await deliver(of("1Gi"));
  await untilRunning("fixed", 1);
  const before = await findObject(cluster.admin, `${SETS}/fixed`);
  expect(await attempt(deliver(of("2Gi")))).toMatch(/^forbidden: .*must support resize/);
  expect((await findObject(cluster.admin, `${SETS}/fixed`))?.metadata).toMatchObject({
    uid: before?.metadata.uid,
    generation: before?.metadata.generation,
  });
});

test("what the cluster would refuse of the new one is told while the old one is still there", async () => {
  const before = await findObject(cluster.admin, `${SETS}/plain`);
  const wanted = statefulSet("plain", { size: "3Gi", replicas: -1 });
  expect(await attempt(deliver(wanted))).toMatch(/^invalid: .*spec\.replicas/);
  const after = await findObject(cluster.admin, `${SETS}/plain`);
  expect(after?.metadata.uid).toBe(before?.metadata.uid);
  expect((await sizes("plain"))[0]).toBe("data-plain-0 2Gi");
});

test("volumes that shrink or move are refused in words", async () => {
  const words = /^invalid: StatefulSet plain keeps its volumes, which only grow: /;
  const smaller = await attempt(deliver(statefulSet("plain", { size: "1Gi", replicas: 2 })));
  expect(smaller).toMatch(words);
  expect(smaller).toContain("data from 2Gi of standard to 1Gi of standard");
  const moved = statefulSet("plain", { size: "3Gi", replicas: 2, storageClassName: "another" });
  expect(await attempt(deliver(moved))).toMatch(words);
  expect((await sizes("plain"))[0]).toBe("data-plain-0 2Gi");
});

test("a claim of somebody else under such a name is not touched, and told", async () => {
  await post(cluster.admin, `${BASE}/persistentvolumeclaims`, {
    metadata: { name: "data-foreign-0" },
    spec: { storageClassName: "standard", accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } } },
  });
  expect(await attempt(deliver(statefulSet("foreign", { size: "2Gi", replicas: 1 })))).toMatch(
    /^forbidden: PersistentVolumeClaim data-foreign-0 is not made by Fairlead, and smaller than declared/,
  );
});

test("a claim without a volume grows when it has one, and until then it is said what it waits for", async () => {
  await storageClass("grown-by-hand", { provisioner: "kubernetes.io/no-provisioner", allowVolumeExpansion: true });
  const of = (size: string) => statefulSet("waits", { size, replicas: 1, storageClassName: "grown-by-hand" });
  await deliver(of("1Gi"));
  await expect.poll(async () => (await sizes("waits")).length, { timeout: 10_000 }).toBe(2);
  expect(await attempt(deliver(of("2Gi")))).toMatch(
    /^busy: PersistentVolumeClaim data-waits-0 is without a volume, and can grow only with one\. Where none comes, delete/,
  );
  for (const name of ["data-waits-0", "journal-waits-0"]) {
    await post(cluster.admin, "/api/v1/persistentvolumes", {
      metadata: { name: `${SERVICE}-${name}` },
      spec: {
        storageClassName: "grown-by-hand",
        accessModes: ["ReadWriteOnce"],
        capacity: { storage: "1Gi" },
        hostPath: { path: "/dev/null" },
        claimRef: { namespace: SERVICE, name },
      },
    });
  }
  await untilRunning("waits", 1);
  const grew = { from: "1Gi", to: "2Gi" };
  expect(await deliver(of("2Gi"))).toContainEqual(expect.objectContaining({ name: "data-waits-0", grew }));
});
