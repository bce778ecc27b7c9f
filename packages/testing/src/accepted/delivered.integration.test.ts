import { groupKindOf } from "@fairlead/domain";
import { loadLibrary } from "@fairlead/library";
import { type RenderInput, render } from "@fairlead/manifests";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
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
    expect(await withKey("other/prod/checkout/stripe")).toBe("done");
    for (const key of ["fairlead/prod/cart/stripe", "fairlead/dev/checkout/stripe", "prod/checkout/../cart/stripe"]) {
      expect(await withKey(key)).toMatch(/^forbidden: .*its own secrets only/);
    }
    const dataFrom = [{ find: { name: { regexp: ".*" } } }];
    expect(await attempt(patch(deployer, path, { spec: { dataFrom } }))).toMatch(/^forbidden: .*its own secrets only/);
    expect(await attempt(patch(deployer, path, { spec: { target: { template: { type: "Opaque" } } } }))).toMatch(
      /^forbidden: .*its own secrets only/,
    );
  });

  test("reads no Secret", async () => {
    const deployer = cluster.accounts.deployer("own-secrets");
    for (const session of [deployer, cluster.accounts.reader]) {
      const path = "/api/v1/namespaces/own-secrets/secrets/stripe";
      expect(await attempt(session.request({ method: "GET", path }))).toMatch(/^forbidden: /);
    }
  });

  test("cannot write a schedule of backups, and backup writes one only where guard let it", async () => {
    const input = goldenIn("backup-of-volumes", "copied");
    await deliver(input);
    await deliver(goldenIn("traces-of-go", "not-copied"));
    const path = "/apis/velero.io/v1/namespaces/velero/schedules";
    const { backup } = cluster.accounts;
    if (backup === undefined) throw new Error("Attachment left no token of the account backup.");
    const read = () => backup.request({ method: "GET", path: `${path}/fairlead-copied` });
    const written = scheduleSchema.parse(await read());
    const number = { "fairlead.dev/delivery": "7" };
    const named = (name: string, template: object = {}) => ({
      apiVersion: "velero.io/v1",
      kind: "Schedule",
      metadata: { name: `fairlead-${name}`, labels: { ...written.metadata.labels, ...number } },
      spec: { ...written.spec, template: { ...written.spec.template, includedNamespaces: [name], ...template } },
    });
    expect(await attempt(post(cluster.accounts.deployer("copied"), path, named("copied")))).toMatch(/^forbidden: /);
    for (const name of ["not-copied", "kube-system"]) {
      expect(await attempt(post(backup, path, named(name)))).toMatch(/^forbidden: .*where guard bound it/);
    }
    const change = (template: object) => attempt(patch(backup, `${path}/fairlead-copied`, named("copied", template)));
    expect(await change({})).toBe("done");
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
    const older = { metadata: { labels: { "fairlead.dev/delivery": "1" } } };
    expect(await attempt(patch(backup, `${path}/fairlead-copied`, older))).toMatch(
      /^(forbidden|stale): .*stale delivery/,
    );
    const bystander = { ...named("copied"), metadata: { name: "by-hand", labels: {} } };
    await post(cluster.admin, path, bystander);
    const remove = (name: string) => attempt(backup.request({ method: "DELETE", path: `${path}/${name}`, body: {} }));
    expect(await remove("by-hand")).toMatch(/^forbidden: .*not Fairlead's/);
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
