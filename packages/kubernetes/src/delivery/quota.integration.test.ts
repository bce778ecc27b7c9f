import type { KubernetesObject } from "@fairlead/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AttachedCluster, attachedCluster, guardedOf, patch } from "../../testing/attached-cluster.ts";
import { findObject } from "../find-object.ts";
import { narrowQuota } from "./quota.ts";

const NAMESPACE = "bounded";
const PATH = `/api/v1/namespaces/${NAMESPACE}/resourcequotas/fairlead`;

let cluster: AttachedCluster;

beforeAll(async () => {
  cluster = await attachedCluster();
});
afterAll(() => cluster.stop());

function bounded(hard: Record<string, string>): KubernetesObject[] {
  return guardedOf(NAMESPACE).map((object) =>
    object.kind === "ResourceQuota" ? { ...object, spec: { hard } } : object,
  );
}

const open = (atLeast: bigint, hard: Record<string, string>) => cluster.open(NAMESPACE, atLeast, bounded(hard));
const narrow = (number: bigint, hard: Record<string, string>) =>
  narrowQuota(cluster.accounts, { namespace: NAMESPACE, number, guarded: bounded(hard) });
const held = async () => (await findObject(cluster.admin, PATH))?.spec;

const LARGE = { pods: "10", "limits.memory": "2Gi" };
const SMALL = { pods: "12", "limits.memory": "512Mi" };

test("holds the larger of both bounds until what comes serves", async () => {
  const first = await open(1n, LARGE);
  expect(await held()).toEqual({ hard: LARGE });
  const second = await open(first + 1n, SMALL);
  const both = { hard: { pods: "12", "limits.memory": "2Gi" } };
  expect(await held()).toEqual(both);
  // Opened again, as a worker does that takes over from one that died.
  const third = await open(second, SMALL);
  expect(await held()).toEqual(both);
  await narrow(third, SMALL);
  expect(await held()).toEqual({ hard: SMALL });
  await narrow(third, SMALL);
  expect(await held()).toEqual({ hard: SMALL });
});

test("a worker that comes late takes no room from a newer delivery, before or after that one serves", async () => {
  const old = await open(20n, SMALL);
  const newer = await open(old + 1n, LARGE);
  await narrow(old, { pods: "1", "limits.memory": "1Mi" });
  expect(await held()).toEqual({ hard: { pods: "12", "limits.memory": "2Gi" } });
  await narrow(newer, LARGE);
  await narrow(old, SMALL);
  expect(await held()).toEqual({ hard: LARGE });
});

test("what somebody changed by hand comes back", async () => {
  const number = await open(40n, LARGE);
  const annotations = { "fairlead.dev/opened-by": "forever" };
  await patch(cluster.admin, PATH, { metadata: { annotations }, spec: { hard: { pods: "500", secrets: "3" } } });
  await narrow(number, LARGE);
  expect(await held()).toEqual({ hard: { ...LARGE, secrets: "3" } });
});
