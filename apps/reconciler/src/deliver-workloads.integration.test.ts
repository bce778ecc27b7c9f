import { type DeliveryWorld, startDeliveryWorld } from "@fairlead/testing/delivery-world";
import { afterAll, beforeAll, expect, test } from "vitest";

const ONE_OFF = {
  apiVersion: "fairlead.dev/v1alpha1",
  kind: "Template",
  metadata: { name: "one-off", version: "1.0.0", title: "One-off", description: "Runs once.", owner: "platform-team" },
  spec: {
    workload: "Job",
    form: [],
    sizes: { small: { cpu: "100m", memory: "64Mi", ephemeralStorage: "64Mi" } },
  },
};

let world: DeliveryWorld;

beforeAll(async () => {
  world = await startDeliveryWorld({ clusters: ["dev"] });
  await world.apply([ONE_OFF]);
});
afterAll(() => world.stop());

const observe = async (service: string, kind: "StatefulSet" | "CronJob" | "Job") => {
  const port = await world.delivery.clusters.cluster({
    name: "dev",
    credentials: "dev",
    clusterDomain: "cluster.local",
  });
  return port.observe({ namespace: `${service}-dev`, service, kind });
};

test("what runs by the clock is taken by the cluster, and says when it runs next", async () => {
  await world.declareAs("scheduled-job", "nightly", { schedule: { cron: "0 3 * * *" } });
  const id = await world.deploy("nightly", "dev");
  await world.carryOut(id);
  expect(await world.deps.read.delivery.get(id)).toMatchObject({ state: "succeeded" });
  expect((await world.events(id)).at(-1)).toMatch(
    /^The cluster runs it by the clock\. Waits for its next run at \d{4}-\d\d-\d\d 03:00 UTC$/,
  );
});

test("what runs once runs once for each release, and is done when it has ended", async () => {
  await world.declareAs("one-off@1.0.0", "reindex", { command: ["./reindex"] });
  const first = await world.deploy("reindex", "dev");
  await world.carryOut(first);
  expect((await world.events(first)).at(-1)).toBe("It ran, and is done");
  const second = await world.deploy("reindex", "dev");
  await world.carryOut(second);
  expect(await world.events(second)).toContain("Taken away: Job reindex-1");
  const { workloads } = await observe("reindex", "Job");
  expect(workloads.map(({ metadata }) => metadata.name)).toEqual(["reindex-2"]);
});

test("what keeps data serves with a volume of each replica's own, and follows to another version", async () => {
  const storage = [{ name: "data", path: "/var/lib/data", size: "1Gi" }];
  await world.declareAs("stateful-service", "ledger", { storage, scale: { min: 2 } });
  const first = await world.deploy("ledger", "dev");
  await world.carryOut(first);
  expect(await world.deps.read.delivery.get(first)).toMatchObject({ state: "succeeded", readyReplicas: 2, reason: "" });
  const second = await world.deploy("ledger", "dev", "registry.example.com/shop/web:v2");
  await world.carryOut(second);
  expect((await world.events(second)).at(-1)).toBe("Serves with 2 of 2 pods");
  const { pods } = await observe("ledger", "StatefulSet");
  expect(pods.map(({ metadata }) => metadata.name).sort()).toEqual(["ledger-0", "ledger-1"]);
  expect(JSON.stringify(pods)).toContain("data-ledger-1");

  // Larger, with a third replica in the same deploy: those that are there keep their pods.
  const uids = () => observe("ledger", "StatefulSet").then((now) => now.pods.map(({ metadata }) => metadata.uid));
  const before = await uids();
  await world.declareAs("stateful-service", "ledger", {
    image: "registry.example.com/shop/web:v2",
    storage: [{ ...storage[0], size: "2Gi" }],
    scale: { min: 3 },
  });
  const larger = await world.deploy("ledger", "dev");
  await world.carryOut(larger);
  expect(await world.deps.read.delivery.get(larger)).toMatchObject({ state: "succeeded", readyReplicas: 3 });
  expect(await world.events(larger)).toContain(
    "Volumes grow while pods keep running: data-ledger-0 from 1Gi to 2Gi, data-ledger-1 from 1Gi to 2Gi",
  );
  expect(await uids()).toEqual(expect.arrayContaining(before));

  // Before anything is written: a claim is fixed when it is made, and data must not lose its volume.
  const { warnings } = await world.declareAs("stateful-service", "ledger", { storage, scale: { min: 3 } });
  expect(warnings).toContainEqual(
    expect.objectContaining({
      path: "spec.storage",
      severity: "warning",
      reason: "Volume data would shrink from 2Gi to 1Gi, and volumes only grow; a deploy to dev will refuse it",
    }),
  );
  await expect(world.deploy("ledger", "dev")).rejects.toMatchObject({
    code: "invalid",
    details: {
      violations: [
        expect.objectContaining({ path: "spec.storage", reason: expect.stringContaining("shrink from 2Gi to 1Gi") }),
      ],
    },
  });
}, 60_000);

test("volumes that their cluster refused, or never heard of, bind nobody", async () => {
  const declare = (size: string) =>
    world.declareAs("stateful-service", "vault", {
      storage: [{ name: "data", path: "/var/lib/data", size }],
      scale: { min: 1 },
    });
  await declare("2Gi");
  const refused = await world.deploy("vault", "dev");
  const { deliveries } = world.delivery;
  const number = (await deliveries.find(refused))?.number ?? 0n;
  expect(await deliveries.begin(refused, number, number + 1n)).toBe(true);
  await declare("1Gi");
  await expect(world.deploy("vault", "dev")).rejects.toMatchObject({ code: "invalid" });
  await deliveries.advance(refused, number + 1n, { state: "failed", reason: "dev refused it." });
  const accepted = await world.deploy("vault", "dev");
  await world.carryOut(accepted);
  expect(await world.deps.read.delivery.get(accepted)).toMatchObject({ state: "succeeded" });
});
