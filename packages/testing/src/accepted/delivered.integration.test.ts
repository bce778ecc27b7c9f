import { groupKindOf } from "@fairlead/domain";
import { loadLibrary } from "@fairlead/library";
import { type RenderInput, render } from "@fairlead/manifests";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { readObject } from "../../../kubernetes/src/read-object.ts";
import {
  type AttachedCluster,
  attachedCluster,
  attempt,
  patch,
  post,
} from "../../../kubernetes/testing/attached-cluster.ts";
import { goldenCases } from "../../../manifests/testing/golden-case.ts";
import { hasAddOns, startAddOnCluster } from "../integration/add-on-cluster.ts";
import type { OwnCluster } from "../integration/own-cluster.ts";

const { full } = loadLibrary().profiles;
const KINDS = full.apis.map((api) => api.slice(api.lastIndexOf("/") + 1));

let addOns: OwnCluster;
let cluster: AttachedCluster;
beforeAll(async () => {
  if (!hasAddOns) return;
  addOns = await startAddOnCluster(KINDS);
  cluster = await attachedCluster(addOns);
  await post(cluster.admin, "/api/v1/namespaces", { metadata: { name: "velero" } });
});
afterAll(async () => {
  await cluster?.stop();
  await addOns?.stop();
});

test.skipIf(hasAddOns)("nothing was tried: the add-ons' definitions are not at FAIRLEAD_DATA", () => {});

const scheduleSchema = z.looseObject({
  metadata: z.looseObject({ labels: z.record(z.string(), z.string()) }),
  spec: z.looseObject({ template: z.looseObject({}) }),
});

/** A golden case in a namespace of its own, with everything that a cluster can offer. */
function goldenIn(name: string, namespace: string): RenderInput {
  const found = goldenCases().find((each) => each.name === name);
  if (found === undefined) throw new Error(`There is no golden case ${name}.`);
  const { input } = found;
  return { ...input, profile: full, destination: { ...input.destination, namespace } };
}

async function deliver(input: RenderInput): Promise<string[]> {
  const rendered = render(input);
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.error));
  const { guarded, objects } = rendered.value;
  const { namespace } = input.destination;
  const number = await cluster.open(namespace, 1n, guarded);
  await cluster.apply(namespace, number, objects);
  return [...new Set(objects.map(groupKindOf))];
}

/** A namespace at delivery 7 whose volumes are copied, and ways to write its schedule as *backup*. */
async function copied(namespace: string) {
  const input = goldenIn("backup-of-volumes", namespace);
  const rendered = render(input);
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.error));
  await cluster.open(namespace, 7n, rendered.value.guarded);
  const path = "/apis/velero.io/v1/namespaces/velero/schedules";
  const { backup } = cluster.accounts;
  if (backup === undefined) throw new Error("Attachment left no token of the account backup.");
  const written = scheduleSchema.parse(await backup.request({ method: "GET", path: `${path}/fairlead-${namespace}` }));
  const named = (name: string, template: object = {}) => ({
    apiVersion: "velero.io/v1",
    kind: "Schedule",
    metadata: { name: `fairlead-${name}`, labels: written.metadata.labels },
    spec: { ...written.spec, template: { ...written.spec.template, includedNamespaces: [name], ...template } },
  });
  return { path, backup, named, guarded: rendered.value.guarded };
}

describe.skipIf(!hasAddOns)("on a cluster with the usual add-ons the deployer of a namespace", () => {
  test("writes every kind that a service can have, and guard what protects them", async () => {
    const fitting = goldenCases().filter(({ input }) => render({ ...input, profile: full }).ok);
    const kinds: string[] = [];
    for (const [index, { name }] of fitting.entries()) {
      kinds.push(...(await deliver(goldenIn(name, `delivered-${index}`))));
    }
    expect([...new Set(kinds)]).toEqual(
      expect.arrayContaining([
        "ExternalSecret.external-secrets.io",
        "Instrumentation.opentelemetry.io",
        "ScaledObject.keda.sh",
      ]),
    );
  }, 120_000);

  test("takes from the store what belongs to its own service in its own environment", async () => {
    await deliver(goldenIn("secrets-from-the-store", "own-secrets"));
    const deployer = cluster.accounts.deployer("own-secrets");
    const path = "/apis/external-secrets.io/v1/namespaces/own-secrets/externalsecrets/stripe";
    const withKey = (key: string) =>
      attempt(patch(deployer, path, { spec: { data: [{ secretKey: "api-key", remoteRef: { key } }] } }));
    expect(await withKey("fairlead/prod/checkout/another")).toBe("done");
    for (const key of [
      "fairlead/prod/cart/stripe",
      "fairlead/dev/checkout/stripe",
      "fairlead/prod/checkout/../cart/stripe",
      "fairlead/prod/checkout/deeper/stripe",
      "other/prod/checkout/stripe",
      "fairlead/other/prod/checkout/stripe",
    ]) {
      expect([key, await withKey(key)]).toEqual([key, expect.stringMatching(/^forbidden: .*its own secrets only/)]);
    }
    for (const spec of [
      { dataFrom: [{ find: { name: { regexp: ".*" } } }] },
      { target: { template: { type: "Opaque" } } },
      { target: { manifest: { apiVersion: "v1", kind: "ConfigMap" } } },
      { secretStoreRef: { kind: "ClusterSecretStore", name: "of-the-finance-team" } },
      { secretStoreRef: { kind: "SecretStore", name: "platform" } },
    ]) {
      expect([spec, await attempt(patch(deployer, path, { spec }))]).toEqual([
        spec,
        expect.stringMatching(/^forbidden: .*its own secrets only/),
      ]);
    }
  });

  test("takes nothing from the store where its service declares no secrets, whoever asks", async () => {
    await deliver(goldenIn("traces-of-go", "no-secrets"));
    await deliver(goldenIn("secrets-from-the-store", "some-secrets"));
    const make = (session: AttachedCluster["admin"], namespace: string, key: string) =>
      attempt(
        post(session, `/apis/external-secrets.io/v1/namespaces/${namespace}/externalsecrets`, {
          apiVersion: "external-secrets.io/v1",
          kind: "ExternalSecret",
          metadata: { generateName: "attempt-" },
          spec: {
            secretStoreRef: { kind: "ClusterSecretStore", name: "platform" },
            data: [{ secretKey: "key", remoteRef: { key } }],
          },
        }),
      );
    const tools = await cluster.accountOf("tools", [
      { apiGroups: ["external-secrets.io"], resources: ["externalsecrets"], verbs: ["create"] },
    ]);
    await expect.poll(() => make(tools, "some-secrets", "fairlead/prod/checkout/mine"), { timeout: 5000 }).toBe("done");
    const own = goldenIn("traces-of-go", "no-secrets").service.metadata.name;
    expect(await make(tools, "no-secrets", `fairlead/prod/${own}/mine`)).toMatch(/^forbidden: .*its own secrets only/);
    expect(await make(cluster.admin, "no-secrets", `fairlead/prod/${own}/mine`)).toBe("done");
  });

  test("reads no Secret", async () => {
    const deployer = cluster.accounts.deployer("own-secrets");
    for (const session of [deployer, cluster.accounts.reader]) {
      const path = "/api/v1/namespaces/own-secrets/secrets/stripe";
      expect(await attempt(session.request({ method: "GET", path }))).toMatch(/^forbidden: /);
    }
  });

  test("cannot write a schedule of backups, and backup writes one only where guard let it", async () => {
    const { path, backup, named } = await copied("copied");
    await deliver(goldenIn("traces-of-go", "not-copied"));
    expect(await attempt(post(cluster.accounts.deployer("copied"), path, named("copied")))).toMatch(/^forbidden: /);
    for (const name of ["not-copied", "kube-system"]) {
      const schedule = named(name);
      const metadata = { ...schedule.metadata, labels: { ...schedule.metadata.labels, "fairlead.dev/delivery": "1" } };
      expect(await attempt(post(backup, path, { ...schedule, metadata }))).toMatch(
        /^forbidden: .*(where guard bound it|where its namespace says)/,
      );
    }
    const change = (template: object) => attempt(patch(backup, `${path}/fairlead-copied`, named("copied", template)));
    expect(await change({ ttl: "24h0m0s" })).toBe("done");
    expect(await change({ includedNamespaces: ["copied", "kube-system"] })).toMatch(
      /^forbidden: .*where guard bound it/,
    );
    for (const template of [
      { includedResources: ["*"] },
      { includedResources: ["secrets"] },
      { hooks: { resources: [] } },
    ]) {
      expect(await change(template)).toMatch(/^forbidden: .*without Secrets, and runs nothing/);
    }
    expect(await change({ storageLocation: "somewhere-else" })).toMatch(/^forbidden: .*where its namespace says/);
    const owned = patch(backup, `${path}/fairlead-copied`, { spec: { useOwnerReferencesInBackup: true } });
    expect(await attempt(owned)).toMatch(/^forbidden: .*copies stay when their schedule goes/);
  });

  test("a late worker changes no schedule of a newer delivery, and takes none away", async () => {
    const { path, backup, guarded } = await copied("fenced");
    const schedule = `${path}/fairlead-fenced`;
    const numbered = (number: string, annotations: object = {}) =>
      attempt(patch(backup, schedule, { metadata: { labels: { "fairlead.dev/delivery": number }, annotations } }));
    expect(await numbered("1")).toMatch(/^stale: .*stale delivery/);
    expect(await numbered("99")).toMatch(/^stale: .*the namespace is at 7/);
    expect(await numbered("7")).toBe("done");
    const read = async () => readObject(await backup.request({ method: "GET", path: schedule })).metadata;
    const remove = (preconditions?: object) =>
      attempt(backup.request({ method: "DELETE", path: schedule, body: { preconditions } }));
    const { uid, resourceVersion } = await read();
    expect(await remove({ uid, resourceVersion })).toMatch(/^forbidden: .*needs the mark/);
    expect(await numbered("7", { "fairlead.dev/prune": "7" })).toBe("done");
    const marked = await read();
    expect(await remove({ uid })).toMatch(/^forbidden: .*carries uid and resourceVersion/);
    // A newer delivery came in between: its number counts, for the mark as for the schedule.
    await cluster.open("fenced", 8n, guarded);
    const late = { uid: marked.uid, resourceVersion: marked.resourceVersion };
    expect(await remove(late)).not.toBe("done");
    const now = await read();
    expect(now.labels?.["fairlead.dev/delivery"]).toBe("8");
    expect(await remove({ uid: now.uid, resourceVersion: now.resourceVersion })).toMatch(
      /^forbidden: .*needs the mark/,
    );
    expect(await numbered("8", { "fairlead.dev/prune": "8" })).toBe("done");
    const again = await read();
    expect(await remove({ uid: again.uid, resourceVersion: again.resourceVersion })).toBe("done");
  });

  test("backup leaves the schedules of others alone", async () => {
    const { path, backup, named } = await copied("beside");
    await post(cluster.admin, path, { ...named("somewhere"), metadata: { name: "by-hand", labels: {} } });
    expect(await attempt(backup.request({ method: "DELETE", path: `${path}/by-hand`, body: {} }))).toMatch(
      /^forbidden: .*not Fairlead's/,
    );
  });

  test("a schedule goes when its service promises nothing any more", async () => {
    const input = goldenIn("backup-of-volumes", "forgetful");
    await deliver(input);
    const path = "/apis/velero.io/v1/namespaces/velero/schedules/fairlead-forgetful";
    const read = () => attempt(cluster.admin.request({ method: "GET", path }));
    expect(await read()).toBe("done");
    const storage = input.service.spec.storage?.map(({ name, path: place, size }) => ({ name, path: place, size }));
    await deliver({ ...input, service: { ...input.service, spec: { ...input.service.spec, storage } } });
    expect(await read()).toMatch(/^not-found: /);
  });
});
