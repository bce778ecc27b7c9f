import { expect, test } from "vitest";
import type { KubernetesObject } from "../../kubernetes/object.ts";
import { serving } from "./serving.ts";
import { servingNeeds } from "./serving-needs.ts";
import type { Observed } from "./serving-rule.ts";

const REVISION = "deployment.kubernetes.io/revision";

function deployment(status: object, { generation = 2, replicas = 2 } = {}): KubernetesObject {
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "shop", uid: "d", generation, annotations: { [REVISION]: "2" } },
    spec: { replicas, progressDeadlineSeconds: 600 },
    status: { observedGeneration: 2, ...status },
  };
}

function replicaSet(revision: string, status: object): KubernetesObject {
  return {
    apiVersion: "apps/v1",
    kind: "ReplicaSet",
    metadata: {
      ...owned("d", "Deployment"),
      name: `shop-${revision}`,
      uid: `rs-${revision}`,
      annotations: { [REVISION]: revision },
    },
    spec: { replicas: 2 },
    status,
  };
}

function pod(name: string, revision: string, status: object): KubernetesObject {
  return { apiVersion: "v1", kind: "Pod", metadata: { ...owned(`rs-${revision}`, "ReplicaSet"), name }, status };
}

function owned(uid: string, kind: string) {
  return { name: "", ownerReferences: [{ apiVersion: "apps/v1", kind, name: "", uid, controller: true }] };
}

const READY_ENDPOINT = {
  apiVersion: "discovery.k8s.io/v1",
  kind: "EndpointSlice",
  metadata: { name: "shop-x" },
  endpoints: [{ conditions: { ready: true } }],
};
const ROLLED_OUT = {
  replicas: 2,
  updatedReplicas: 2,
  availableReplicas: 2,
  conditions: [{ type: "Progressing", status: "True", reason: "NewReplicaSetAvailable" }],
};
const twoOfIt = { kind: "Deployment", atLeast: 2, hasService: true, withinSeconds: 660 } as const;
const observed = (workload: KubernetesObject | undefined, more: Partial<Observed> = {}): Observed => ({
  workloads: workload === undefined ? [] : [workload],
  pods: [],
  replicaSets: [replicaSet("1", { availableReplicas: 2 }), replicaSet("2", { readyReplicas: 2, availableReplicas: 2 })],
  endpointSlices: [READY_ENDPOINT],
  ...more,
});

test("serves when the newest state has its replicas and its address reaches one", () => {
  expect(serving(observed(deployment(ROLLED_OUT)), twoOfIt)).toMatchObject({
    serves: true,
    health: { state: "Healthy", reason: "" },
    replicas: { ready: 2, wanted: 2 },
  });
});

test("does not serve before the change was taken up, however well the old one runs", () => {
  const { serves, health } = serving(observed(deployment(ROLLED_OUT, { generation: 3 })), twoOfIt);
  expect(serves).toBe(false);
  expect(health).toEqual({ state: "Progressing", reason: "the change has not been taken up yet" });
});

test("does not count pods of the version before", () => {
  const rollout = { replicas: 3, updatedReplicas: 1, availableReplicas: 2 };
  const sets = [replicaSet("1", { availableReplicas: 2 }), replicaSet("2", { availableReplicas: 0 })];
  const result = serving(observed(deployment(rollout), { replicaSets: sets }), twoOfIt);
  expect(result).toMatchObject({ serves: false, replicas: { ready: 0, wanted: 2 } });
});

test("an autoscaled one serves with its minimum, while the autoscaler adds more", () => {
  const growing = { replicas: 6, updatedReplicas: 6, availableReplicas: 3, conditions: ROLLED_OUT.conditions };
  const sets = [replicaSet("2", { readyReplicas: 3, availableReplicas: 3 })];
  const needs = { ...twoOfIt, atLeast: 3 };
  expect(serving(observed(deployment(growing, { replicas: 6 }), { replicaSets: sets }), needs).serves).toBe(true);
});

test("does not serve while its address reaches nobody; who has no address need not wait for it", () => {
  const silent = { ...READY_ENDPOINT, endpoints: [{ conditions: { ready: false } }] };
  const state = observed(deployment(ROLLED_OUT), { endpointSlices: [silent] });
  expect(serving(state, twoOfIt).health.reason).toBe("its pods are ready, its address does not reach them yet");
  expect(serving(state, { ...twoOfIt, hasService: false }).serves).toBe(true);
});

test("says which pod hangs and why, and of the newest version only", () => {
  const waiting = (reason: string, message: string) => ({
    phase: "Pending",
    containerStatuses: [{ state: { waiting: { reason, message } } }],
  });
  const pods = [
    pod("shop-1-a", "1", waiting("CrashLoopBackOff", "old")),
    pod("shop-2-a", "2", waiting("ImagePullBackOff", "no such image")),
  ];
  const rollout = { replicas: 3, updatedReplicas: 1, availableReplicas: 2 };
  expect(serving(observed(deployment(rollout), { pods }), twoOfIt).health).toEqual({
    state: "Degraded",
    reason: "shop-2-a: its image cannot be pulled: no such image",
  });
});

test("says when pods cannot even be made", () => {
  const refused = { conditions: [{ type: "ReplicaFailure", status: "True", message: "exceeded quota" }] };
  const sets = [replicaSet("2", refused)];
  const { health, isLost } = serving(observed(deployment({}), { replicaSets: sets }), twoOfIt);
  expect(health).toEqual({ state: "Degraded", reason: "its pods cannot be made: exceeded quota" });
  expect(isLost).toBe(false);
});

test("is lost when the rollout has run out of time", () => {
  const conditions = [{ type: "Progressing", status: "False", reason: "ProgressDeadlineExceeded" }];
  expect(serving(observed(deployment({ conditions })), twoOfIt)).toMatchObject({ serves: false, isLost: true });
});

test("is missing where nothing is deployed", () => {
  expect(serving(observed(undefined), twoOfIt).health.state).toBe("Missing");
});

test("what it takes is read off the delivered objects", () => {
  const object = (kind: string, spec: object) => ({ apiVersion: "v1", kind, metadata: { name: "shop" }, spec });
  expect(servingNeeds([object("Deployment", { replicas: 3 }), object("Service", {})])).toEqual({
    kind: "Deployment",
    atLeast: 3,
    hasService: true,
    withinSeconds: 660,
  });
  expect(servingNeeds([object("Deployment", {}), object("HorizontalPodAutoscaler", { minReplicas: 2 })])).toMatchObject(
    {
      atLeast: 2,
      hasService: false,
    },
  );
  // The Service of each replica's own is nothing that callers wait for; replicas come one after the other.
  const peers = object("Service", { clusterIP: "None" });
  expect(servingNeeds([object("StatefulSet", { replicas: 3 }), peers])).toEqual({
    kind: "StatefulSet",
    atLeast: 3,
    hasService: false,
    withinSeconds: 1980,
  });
  expect(servingNeeds([object("Job", { activeDeadlineSeconds: 300 })])).toMatchObject({
    kind: "Job",
    withinSeconds: 360,
  });
  expect(servingNeeds([object("ConfigMap", {})])).toMatchObject({ atLeast: 0, hasService: false });
});
