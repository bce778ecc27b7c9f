import { expect, test } from "vitest";
import { serviceState } from "./service-state.ts";
import type { DestinationView, PlaceView } from "./service-view.ts";

const healthy: DestinationView = {
  cluster: "dev",
  health: "Healthy",
  healthReason: "",
  readyReplicas: 1,
  wantedReplicas: 1,
  serving: { version: "v1", at: "2026-11-24T14:00:00Z" },
  simulated: false,
  gaps: [],
};
const place = (environment: string, ...destinations: DestinationView[]): PlaceView => ({
  environment,
  title: environment,
  health: destinations[0]?.health ?? "Missing",
  destinations,
});

test("what is under way comes first", () => {
  const moving = { ...healthy, delivery: { id: "d", state: "applying" as const, version: "v2" } };
  expect(serviceState([place("dev", moving), place("prod", healthy)])?.word).toBe("Deploying to dev");
});

test("else the environment furthest along in which it runs", () => {
  const degraded = { ...healthy, health: "Degraded" as const, readyReplicas: 0 };
  expect(serviceState([place("dev", healthy), place("prod", degraded)])).toMatchObject({
    name: "Degraded",
    detail: "0 of 1 in prod",
  });
  expect(serviceState([place("dev", healthy), place("prod")])).toMatchObject({ name: "Healthy", detail: "in dev" });
});

test("never healthy where nothing runs", () => {
  expect(serviceState([place("dev")])?.name).toBe("Absent");
  expect(serviceState([])).toBeUndefined();
});
