import { expect, test } from "vitest";
import type { KubernetesObject } from "../../kubernetes/object.ts";
import { serving } from "./serving.ts";

const NEEDS = { kind: "StatefulSet", atLeast: 2, hasService: false, withinSeconds: 1320 } as const;

function set(status: object, generation = 2): KubernetesObject {
  return {
    apiVersion: "apps/v1",
    kind: "StatefulSet",
    metadata: { name: "store", uid: "s", generation },
    spec: { replicas: 2, updateStrategy: { type: "RollingUpdate" } },
    status: { observedGeneration: 2, replicas: 2, updateRevision: "new", ...status },
  };
}

function pod(name: string, revision: string, status: object): KubernetesObject {
  const ownerReferences = [{ apiVersion: "apps/v1", kind: "StatefulSet", name: "store", uid: "s" }];
  const metadata = { name, ownerReferences, labels: { "controller-revision-hash": revision } };
  return { apiVersion: "v1", kind: "Pod", metadata, spec: { restartPolicy: "Always" }, status };
}

const READY = { phase: "Running", conditions: [{ type: "Ready", status: "True" }] };
const DONE = { readyReplicas: 2, currentReplicas: 2, updatedReplicas: 2, currentRevision: "new" };

function look(workload: KubernetesObject, pods: KubernetesObject[]) {
  return serving({ workloads: [workload], pods, replicaSets: [], endpointSlices: [] }, NEEDS);
}

test("serves when the pods of the newest revision are ready", () => {
  const result = look(set(DONE), [pod("store-0", "new", READY), pod("store-1", "new", READY)]);
  expect(result).toMatchObject({ serves: true, health: { state: "Healthy" }, replicas: { ready: 2, wanted: 2 } });
});

test("does not count pods of the revision before, however ready they are", () => {
  const rollout = { readyReplicas: 2, currentReplicas: 1, updatedReplicas: 1, currentRevision: "old" };
  const result = look(set(rollout), [pod("store-0", "old", READY), pod("store-1", "new", READY)]);
  expect(result).toMatchObject({ serves: false, replicas: { ready: 1, wanted: 2 } });
  expect(result.health.reason).toBe("1 of 2 pods are of the new version");
});

test("does not serve before the change was taken up", () => {
  expect(look(set(DONE, 3), [pod("store-0", "new", READY), pod("store-1", "new", READY)])).toMatchObject({
    serves: false,
    health: { reason: "the change has not been taken up yet" },
  });
});

test("says why a replica hangs, and does not give up by itself", () => {
  const unplaced = { type: "PodScheduled", status: "False", reason: "Unschedulable", message: "no volume" };
  const pending = { phase: "Pending", conditions: [unplaced] };
  const result = look(set({ readyReplicas: 1 }), [pod("store-0", "new", READY), pod("store-1", "new", pending)]);
  expect(result).toMatchObject({
    serves: false,
    isLost: false,
    health: { state: "Degraded", reason: "store-1: no node takes it: no volume" },
  });
});
