import { DELIVERY_STATES, type DeliveryState } from "@fairlead/domain";
import { expect, test } from "vitest";
import { deliveryState } from "./delivery-state.ts";
import { deliverySteps } from "./delivery-steps.ts";
import type { DeliveryView } from "./delivery-view.ts";

function delivery(state: DeliveryState, more: Partial<DeliveryView> = {}): DeliveryView {
  return {
    id: "d",
    service: "checkout",
    cluster: "prod-eu",
    state,
    reason: "",
    readyReplicas: 1,
    wantedReplicas: 3,
    createdAt: "2026-11-24T14:00:00Z",
    simulated: false,
    pods: [],
    ...more,
  };
}
const states = (state: DeliveryState, more: Partial<DeliveryView> = {}) =>
  deliverySteps(delivery(state, more)).map((step) => step.state);

test("a delivery goes from step to step", () => {
  expect(states("queued")).toEqual(["done", "next", "next"]);
  expect(states("applying")).toEqual(["done", "now", "next"]);
  expect(states("verifying")).toEqual(["done", "done", "now"]);
  expect(states("succeeded")).toEqual(["done", "done", "done"]);
});

test("a failure stands at the step where it happened", () => {
  expect(states("failed", { wantedReplicas: 0 })).toEqual(["done", "failed", "next"]);
  expect(states("failed")).toEqual(["done", "done", "failed"]);
});

test("a step before the deploy stands before what it holds up", () => {
  const step = (state: "running" | "succeeded" | "failed", cluster = "prod-eu") => ({
    beforeDeploy: { state, cluster, startedAt: "2026-11-24T14:00:01Z" },
  });
  expect(states("applying", step("running"))).toEqual(["done", "now", "next", "next"]);
  expect(states("applying", step("succeeded"))).toEqual(["done", "done", "now", "next"]);
  expect(states("succeeded", step("succeeded"))).toEqual(["done", "done", "done", "done"]);
  expect(states("failed", { ...step("failed"), wantedReplicas: 0 })).toEqual(["done", "failed", "next", "next"]);
  expect(deliverySteps(delivery("queued", step("running", "prod-us")))[1]?.title).toBe(
    "Step before the deploy, on prod-us",
  );
  expect(deliveryState(delivery("applying", step("running"))).word).toBe("Runs the step before the deploy");
});

test("what is overtaken waits for nothing", () => {
  expect(states("superseded")).not.toContain("now");
});

test("an absent cluster hides the state of what is under way, never of what has ended", () => {
  const away = { clusterUnreachableSince: "2026-11-24T14:02:00Z" };
  const names = DELIVERY_STATES.map((state) => deliveryState(delivery(state, away)).name);
  expect(names).toEqual(["Unreachable", "Unreachable", "Unreachable", "Healthy", "Failed", "Suspended"]);
  expect(deliveryState(delivery("queued", { clusterPreparation: "starting etcd" })).name).toBe("Waiting");
});
