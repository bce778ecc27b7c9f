import { groupKindOf } from "@fairlead/domain";
import { loadLibrary } from "@fairlead/library";
import { type RenderInput, render } from "@fairlead/manifests";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AttachedCluster, attachedCluster, attempt, patch } from "../../../kubernetes/testing/attached-cluster.ts";
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
});
afterAll(async () => {
  await cluster?.stop();
  await addOns?.stop();
});

test.skipIf(hasAddOns)("nothing was tried: the add-ons' definitions are not at FAIRLEAD_DATA", () => {});

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
      expect.arrayContaining(["ExternalSecret.external-secrets.io", "Instrumentation.opentelemetry.io"]),
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
});
