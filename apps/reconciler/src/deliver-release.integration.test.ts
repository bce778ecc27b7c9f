import type { ClusterGateway, ClusterPort } from "@fairlead/application";
import { type DeliveryWorld, startDeliveryWorld } from "@fairlead/testing/delivery-world";
import { afterAll, beforeAll, expect, test } from "vitest";

const IMAGE = "registry.example.com/shop/web";
let world: DeliveryWorld;

beforeAll(async () => {
  world = await startDeliveryWorld({ clusters: ["dev"] });
});
afterAll(() => world.stop());

/** The real clusters, with something in the way of one call. */
function inTheWay(change: (port: ClusterPort) => Partial<ClusterPort>): ClusterGateway {
  return {
    async cluster(reference) {
      const port = await world.delivery.clusters.cluster(reference);
      return { ...port, ...change(port) };
    },
  };
}

async function imageThatRuns(service: string): Promise<string> {
  const port = await world.delivery.clusters.cluster({
    name: "dev",
    credentials: "dev",
    clusterDomain: "cluster.local",
  });
  const { workloads } = await port.observe({ namespace: `${service}-dev`, service, kind: "Deployment" });
  const found = JSON.stringify(workloads).match(/"image":"([^"]+)"/)?.[1];
  return found ?? "nothing";
}

test("a release comes to serve, and says each step in words", async () => {
  await world.declare("serves");
  const id = await world.deploy("serves", "dev");
  await world.carryOut(id);
  const delivery = await world.deps.read.delivery.get(id);
  expect(delivery).toMatchObject({ state: "succeeded", readyReplicas: 2, wantedReplicas: 2, reason: "" });
  const events = await world.events(id);
  expect(events.slice(0, 3)).toEqual([
    "Asked for by Fairlead",
    "The namespace serves-dev and what protects it are in place",
    expect.stringMatching(/^\d+ objects accepted by the cluster: \d+ new$/),
  ]);
  expect(events.filter((message) => /^Pod serves-\S+ is serving$/.test(message))).toHaveLength(2);
  expect(events.at(-1)).toBe("Serves with 2 of 2 pods");
  expect((await world.deps.read.service.get("serves"))?.destinations).toMatchObject([
    { environment: "dev", health: "Healthy", sync: "Synced" },
  ]);
});

test("the same release again changes nothing in the cluster", async () => {
  const id = await world.deploy("serves", "dev");
  await world.carryOut(id);
  // The release's name is on the workload; nothing else differs.
  expect((await world.events(id))[2]).toMatch(/^(\d+) objects accepted by the cluster: \1 as they were$/);
});

test("what is not declared any more is taken away", async () => {
  await world.declare("narrows", { expose: { to: "platform" } });
  await world.carryOut(await world.deploy("narrows", "dev"));
  await world.declare("narrows", { scale: { min: 1, max: 1 } });
  const id = await world.deploy("narrows", "dev");
  await world.carryOut(id);
  expect(await world.events(id)).toContain("Taken away: PodDisruptionBudget narrows");
});

test.each(["apply", "prune"] as const)("killed during %s, the next run converges", async (call) => {
  const service = `killed-${call}`;
  await world.declare(service);
  const id = await world.deploy(service, "dev");
  const clusters = inTheWay((port) => ({
    // The work is done, and the worker never learns of it.
    [call]: async (input: never) => {
      await port[call](input);
      throw new Error("killed");
    },
  }));
  await expect(world.carryOut(id, { clusters })).rejects.toThrow("killed");
  expect(await world.deps.read.delivery.get(id)).toMatchObject({ state: "applying" });
  await world.carryOut(id);
  expect(await world.deps.read.delivery.get(id)).toMatchObject({ state: "succeeded" });
});

test.each(["openDelivery", "apply", "prune"] as const)(
  "a worker that wakes up late, before %s, does not undo a newer delivery",
  async (call) => {
    const service = `late-${call.toLowerCase()}`;
    await world.declare(service);
    const first = await world.deploy(service, "dev", `${IMAGE}:v1`);
    let arrived = () => {};
    const sleeps = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    let wake = () => {};
    const woken = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const clusters = inTheWay((port) => ({
      [call]: async (input: never) => {
        arrived();
        await woken;
        return port[call](input);
      },
    }));
    const late = world.carryOut(first, { clusters });
    await sleeps;
    const second = await world.deploy(service, "dev", `${IMAGE}:v2`);
    await world.carryOut(second);
    wake();
    await late;
    expect(await imageThatRuns(service)).toBe(`${IMAGE}:v2`);
    expect(await world.deps.read.delivery.get(first)).toMatchObject({ state: "superseded" });
    expect(await world.deps.read.delivery.get(second)).toMatchObject({ state: "succeeded" });

    // And a worker that raised the fence in vain is in nobody's way.
    const third = await world.deploy(service, "dev", `${IMAGE}:v3`);
    await world.carryOut(third);
    expect(await imageThatRuns(service)).toBe(`${IMAGE}:v3`);
  },
);

test("what the cluster refuses is refused whole, before anything has changed", async () => {
  await world.declare("refused");
  await world.carryOut(await world.deploy("refused", "dev", `${IMAGE}:v1`));
  const id = await world.deploy("refused", "dev", `${IMAGE}:v2`);
  const clusters = inTheWay((port) => ({
    apply: (input) =>
      port.apply({
        ...input,
        objects: input.objects.map((object) =>
          object.kind === "Service" ? { ...object, spec: { ports: [{ port: 99_999 }] } } : object,
        ),
      }),
  }));
  await world.carryOut(id, { clusters });
  const delivery = await world.deps.read.delivery.get(id);
  expect(delivery?.state).toBe("failed");
  expect(delivery?.reason).toMatch(/^dev refused it: .*spec\.ports\[0\]\.port/);
  expect(await imageThatRuns("refused")).toBe(`${IMAGE}:v1`);
});
