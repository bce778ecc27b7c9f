import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lookUp, SYSTEM_ACTOR } from "@fairlead/application";
import { startTcpProxy, type TcpProxy } from "@fairlead/testing";
import { type DeliveryWorld, startDeliveryWorld } from "@fairlead/testing/delivery-world";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import * as z from "zod";

const MAIN = join(import.meta.dirname, "main.ts");
const running = new Set<ChildProcess>();
const firstLine = z.object({ healthPort: z.number() });

let world: DeliveryWorld;
let proxy: TcpProxy;

/** A reconciler as a process of its own, as it runs in production. */
async function start(): Promise<{ child: ChildProcess; healthPort: number }> {
  const env: NodeJS.ProcessEnv = {
    NODE_ENV: "test",
    PATH: process.env.PATH ?? "",
    DATABASE_URL: world.databaseUrl,
    FAIRLEAD_URL: "http://portal.test",
    FAIRLEAD_CREDENTIALS: world.credentials,
    FAIRLEAD_HEALTH_PORT: "0",
  };
  const child = spawn(process.execPath, [MAIN], { env, stdio: ["ignore", "pipe", "inherit"] });
  running.add(child);
  child.once("exit", () => running.delete(child));
  const [chunk] = await once(child.stdout, "data");
  return { child, ...firstLine.parse(JSON.parse(String(chunk).split("\n")[0] ?? "")) };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const exited = once(child, "exit");
  child.kill(signal);
  const [code] = await exited;
  return code;
}

const state = async (id: string) => (await world.deps.read.delivery.get(id))?.state;
const cluster = async (name: string) => (await world.deps.read.cluster.list()).find((each) => each.name === name);
const patiently = { timeout: 40_000, interval: 200 };

beforeAll(async () => {
  world = await startDeliveryWorld({ clusters: ["near", "far"] });
  // The far one is reached by a way that can be cut.
  const file = join(world.credentials, "far.json");
  const credentials = JSON.parse(readFileSync(file, "utf8"));
  const { hostname: host, port } = new URL(credentials.server);
  proxy = await startTcpProxy({ host, port: Number(port) });
  writeFileSync(file, JSON.stringify({ ...credentials, server: `https://127.0.0.1:${proxy.port}` }));
});
afterEach(() => Promise.all([...running].map((child) => end(child, "SIGTERM"))));
afterAll(async () => {
  await world.stop();
  await proxy.cut();
});

test("delivers what is asked for, keeps what it sees, and ends when it is told to", async () => {
  await world.declare("runs");
  const { child, healthPort } = await start();
  const id = await world.deploy("runs", "near");
  await expect.poll(() => state(id), patiently).toBe("succeeded");

  const pods = () => world.deps.read.delivery.pods(id);
  await expect.poll(async () => (await pods()).map(({ health }) => health), patiently).toEqual(["Healthy", "Healthy"]);
  const [pod] = await pods();
  const [answer] = await lookUp(world.deps, SYSTEM_ACTOR, pod?.name ?? "");
  expect(answer).toMatchObject({
    owner: { team: "shop-team" },
    match: { kind: "pod", explanation: "pod of runs in near, on near" },
  });
  await expect.poll(async () => (await cluster("near"))?.kubernetesVersion, patiently).toBe("v1.36.3");

  const ready = await fetch(`http://127.0.0.1:${healthPort}/readyz`);
  expect([ready.status, await ready.text()]).toEqual([200, expect.stringContaining("[+] the database is migrated")]);
  const metrics = await (await fetch(`http://127.0.0.1:${healthPort}/metrics`)).text();
  expect(metrics).toContain('fairlead_cluster_up{cluster="near"} 1');
  expect(await end(child, "SIGTERM")).toBe(0);
});

test("a delivery whose worker was killed is taken over by another process", async () => {
  await world.declare("orphaned");
  const first = await start();
  const id = await world.deploy("orphaned", "near");
  await expect.poll(() => state(id), { timeout: 20_000, interval: 20 }).not.toBe("queued");
  await end(first.child, "SIGKILL");
  expect(["applying", "verifying"]).toContain(await state(id));
  await start();
  await expect.poll(() => state(id), patiently).toBe("succeeded");
});

test("while a cluster is away its deliveries wait, all others go on, and what was known stays", async () => {
  await world.declare("waits");
  await start();
  const before = await world.deploy("waits", "far");
  await expect.poll(() => state(before), patiently).toBe("succeeded");
  const destination = async (environment: string) =>
    (await world.deps.read.service.get("waits"))?.destinations.find((each) => each.environment === environment);
  await expect.poll(async () => (await destination("far"))?.health, patiently).toBe("Healthy");

  await proxy.cut();
  const waiting = await world.deploy("waits", "far");
  await expect.poll(async () => (await cluster("far"))?.unreachableSince, patiently).toBeDefined();
  const near = await world.deploy("waits", "near");
  await expect.poll(() => state(near), patiently).toBe("succeeded");
  expect(await world.deps.read.delivery.get(waiting)).toMatchObject({
    state: "queued",
    reason: expect.stringMatching(/^far is unreachable: /),
  });
  expect(await world.events(waiting)).toContain("Waits for far, and goes on by itself");
  expect((await cluster("near"))?.unreachableSince).toBeUndefined();
  expect((await destination("far"))?.health).toBe("Healthy");

  await proxy.mend();
  await expect.poll(() => state(waiting), patiently).toBe("succeeded");
  expect((await cluster("far"))?.unreachableSince).toBeUndefined();
});
