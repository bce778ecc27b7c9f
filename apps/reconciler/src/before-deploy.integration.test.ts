import { ClusterError, type ClusterGateway, type ClusterPort } from "@fairlead/application";
import type { KubernetesObject } from "@fairlead/domain";
import { type DeliveryWorld, startDeliveryWorld } from "@fairlead/testing/delivery-world";
import { afterAll, beforeAll, expect, test } from "vitest";

let world: DeliveryWorld;

beforeAll(async () => {
  world = await startDeliveryWorld({ clusters: ["dev"] });
});
afterAll(() => world.stop());

const BEFORE = { beforeDeploy: { command: ["./migrate", "up"], within: "2m" } };
const REFERENCE = { name: "dev", credentials: "dev", clusterDomain: "cluster.local" };

/** The real cluster, with something in the way of one call. */
function inTheWay(change: (port: ClusterPort) => Partial<ClusterPort>): ClusterGateway {
  return {
    async cluster(reference) {
      const port = await world.delivery.clusters.cluster(reference);
      return { ...port, ...change(port) };
    },
  };
}

async function jobsOf(service: string): Promise<string[]> {
  const port = await world.delivery.clusters.cluster(REFERENCE);
  const { workloads } = await port.observe({
    namespace: `${service}-dev`,
    service: `${service}-before-deploy`,
    kind: "Job",
  });
  return workloads.map(({ metadata }) => metadata.name).sort();
}

const steps = async (service: string) =>
  (
    await world.database.pool.query<{ state: string; attempt: number; number: number }>(
      `SELECT b.state, b.attempt, r.number FROM before_deploy b JOIN release r ON r.id = b.release_id
       JOIN entity e ON e.id = r.service_id WHERE e.name = $1 ORDER BY r.number`,
      [service],
    )
  ).rows.map(({ state, attempt, number }) => `${number} ${state} ${attempt}`);

/** A run that the cluster gave up, as far as deliveries see. */
const failing = (port: ClusterPort): Partial<ClusterPort> => ({
  async observe(input) {
    const observed = await port.observe(input);
    if (input.kind !== "Job") return observed;
    const conditions = [{ type: "Failed", status: "True", message: "it was given up" }];
    return { ...observed, pods: [], workloads: observed.workloads.map((job) => ({ ...job, status: { conditions } })) };
  },
});

test("the step runs once, and before anything else of the release is written", async () => {
  await world.declare("migrates", BEFORE);
  const id = await world.deploy("migrates", "dev");
  const written: string[][] = [];
  const clusters = inTheWay((port) => ({
    apply(input) {
      written.push(input.objects.map(({ kind, metadata }: KubernetesObject) => `${kind} ${metadata.name}`));
      return port.apply(input);
    },
  }));
  await world.carryOut(id, { clusters });
  expect(await world.deps.read.delivery.get(id)).toMatchObject({ state: "succeeded" });
  expect(written[0]).toEqual([
    "ServiceAccount migrates",
    "Job migrates-before-deploy-1",
    "NetworkPolicy migrates-before-deploy",
  ]);
  expect(written.slice(1).flat()).not.toContain("Job migrates-before-deploy-1");
  const events = await world.events(id);
  expect(events.indexOf("The step before the deploy is done")).toBeGreaterThan(
    events.indexOf("Runs the step before the deploy"),
  );
  expect(await steps("migrates")).toEqual(["1 succeeded 1"]);
  expect(await jobsOf("migrates")).toEqual(["migrates-before-deploy-1"]);
});

test("the next release runs its own, and takes the one before away", async () => {
  await world.carryOut(await world.deploy("migrates", "dev"));
  expect(await steps("migrates")).toEqual(["1 succeeded 1", "2 succeeded 1"]);
  expect(await jobsOf("migrates")).toEqual(["migrates-before-deploy-2"]);
});

test("a step that fails leaves what runs as it is, and says why", async () => {
  await world.declare("breaks");
  await world.carryOut(await world.deploy("breaks", "dev"));
  await world.declare("breaks", { ...BEFORE, env: { MODE: "new" } });
  const id = await world.deploy("breaks", "dev");
  await world.carryOut(id, { clusters: inTheWay(failing) });
  expect(await world.deps.read.delivery.get(id)).toMatchObject({
    state: "failed",
    reason: "The step before the deploy failed: it was given up. What runs stays as it is.",
  });
  const port = await world.delivery.clusters.cluster(REFERENCE);
  const { workloads } = await port.observe({ namespace: "breaks-dev", service: "breaks", kind: "Deployment" });
  expect(JSON.stringify(workloads[0]?.spec)).not.toContain("MODE");
  expect(await steps("breaks")).toEqual(["2 failed 1"]);
});

test("a step that the cluster refuses for good was never begun: the next release does not wait for it", async () => {
  await world.declare("refused", BEFORE);
  const clusters = inTheWay(() => ({
    apply: () => Promise.reject(new ClusterError("invalid", "dev", "a policy of the cluster refuses it")),
  }));
  const id = await world.deploy("refused", "dev");
  await world.carryOut(id, { clusters });
  expect(await world.deps.read.delivery.get(id)).toMatchObject({ state: "failed", beforeDeploy: { state: "failed" } });
  expect(await steps("refused")).toEqual(["1 failed 1"]);

  const next = await world.deploy("refused", "dev");
  await world.carryOut(next);
  expect(await world.deps.read.delivery.get(next)).toMatchObject({
    state: "succeeded",
    beforeDeploy: { state: "succeeded", cluster: "dev" },
  });
});

test.each(["openDelivery", "apply"] as const)("killed after %s, the next run converges to one step", async (call) => {
  const service = `dies-${call.toLowerCase()}`;
  await world.declare(service, BEFORE);
  const id = await world.deploy(service, "dev");
  const clusters = inTheWay((port) => ({
    [call]: async (input: never) => {
      await port[call](input);
      throw new Error("killed");
    },
  }));
  await expect(world.carryOut(id, { clusters })).rejects.toThrow("killed");
  await world.carryOut(id);
  expect(await world.deps.read.delivery.get(id)).toMatchObject({ state: "succeeded" });
  expect(await steps(service)).toEqual(["1 succeeded 1"]);
});

test("a newer release waits for the step of the one whose place it took", async () => {
  await world.declare("hurries", BEFORE);
  const first = await world.deploy("hurries", "dev");
  const clusters = inTheWay((port) => ({
    async apply(input) {
      await port.apply(input);
      throw new Error("killed");
    },
  }));
  await expect(world.carryOut(first, { clusters })).rejects.toThrow("killed");
  const second = await world.deploy("hurries", "dev");
  await world.carryOut(second);
  expect(await world.deps.read.delivery.get(second)).toMatchObject({ state: "succeeded" });
  expect(await steps("hurries")).toEqual(["1 succeeded 1", "2 succeeded 1"]);
});

test("what is done is not done again, whatever asks for it", async () => {
  const undo = world.database.pool.query("UPDATE before_deploy SET state = 'running', ended_at = NULL");
  await expect(undo).rejects.toThrow("a step that succeeded is not run again");
});
