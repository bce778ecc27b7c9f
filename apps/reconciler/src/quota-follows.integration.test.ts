import { type ClusterGateway, type ClusterPort, deliverRelease } from "@fairlead/application";
import { type DeliveryWorld, startDeliveryWorld } from "@fairlead/testing/delivery-world";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import * as z from "zod";
import { clusterAdmin } from "../../../packages/testing/src/integration/cluster-admin.ts";

const quotaSchema = z.object({ spec: z.object({ hard: z.object({ pods: z.string() }) }) });

let world: DeliveryWorld;
beforeAll(async () => {
  world = await startDeliveryWorld({ clusters: ["dev"] });
});
afterAll(() => world.stop());

async function podsAllowed(service: string): Promise<string> {
  const admin = clusterAdmin(inject("clusters")[0]?.kubeconfigPath ?? "");
  const { body } = await admin("GET", `/api/v1/namespaces/${service}-dev/resourcequotas/fairlead`);
  return quotaSchema.parse(body).spec.hard.pods;
}

const scaledTo = (service: string, replicas: number) =>
  world.declare(service, { scale: { min: replicas, max: replicas } });

/** As far as everything is written, and not yet seen to serve. */
async function bring(id: string): Promise<void> {
  while ((await world.deps.read.delivery.get(id))?.state !== "verifying") await deliverRelease(world.delivery, id);
}

/** The real clusters; the worker dies right after it narrowed a quota. */
function killedAfterNarrowing(): ClusterGateway {
  return {
    async cluster(reference): Promise<ClusterPort> {
      const port = await world.delivery.clusters.cluster(reference);
      return {
        ...port,
        async narrowQuota(input) {
          await port.narrowQuota(input);
          throw new Error("killed");
        },
      };
    },
  };
}

test("keeps room for what serves until what comes serves", async () => {
  await scaledTo("shrinks", 4);
  await world.carryOut(await world.deploy("shrinks", "dev"));
  // Four, one more while they are replaced, four that are ending, and a step before the deploy.
  expect(await podsAllowed("shrinks")).toBe("10");

  await scaledTo("shrinks", 1);
  const fewer = await world.deploy("shrinks", "dev");
  await bring(fewer);
  expect(await podsAllowed("shrinks")).toBe("10");
  await expect(world.carryOut(fewer, { clusters: killedAfterNarrowing() })).rejects.toThrow("killed");
  expect(await world.deps.read.delivery.get(fewer)).toMatchObject({ state: "verifying" });
  await world.carryOut(fewer);
  expect(await podsAllowed("shrinks")).toBe("4");

  await scaledTo("shrinks", 2);
  const more = await world.deploy("shrinks", "dev");
  await bring(more);
  expect(await podsAllowed("shrinks")).toBe("6");
  await world.carryOut(more);
  expect(await podsAllowed("shrinks")).toBe("6");
});

test("what never serves takes no room from what does", async () => {
  await scaledTo("keeps-room", 3);
  await world.carryOut(await world.deploy("keeps-room", "dev"));
  await scaledTo("keeps-room", 1);
  const fails = await world.deploy("keeps-room", "dev");
  await bring(fails);
  const anHourOn = () => new Date(Date.now() + 3_600_000);
  const clusters: ClusterGateway = {
    async cluster(reference) {
      const port = await world.delivery.clusters.cluster(reference);
      return { ...port, observe: async (input) => ({ ...(await port.observe(input)), workloads: [] }) };
    },
  };
  await world.carryOut(fails, { clusters, now: anHourOn });
  expect(await world.deps.read.delivery.get(fails)).toMatchObject({ state: "failed" });
  expect(await podsAllowed("keeps-room")).toBe("8");
});
