import { expect, test } from "vitest";
import { destinationState, placeState } from "./place-state.ts";
import type { DestinationView } from "./service-view.ts";

const healthy: DestinationView = {
  cluster: "prod-eu",
  health: "Healthy",
  healthReason: "",
  readyReplicas: 3,
  wantedReplicas: 3,
  serving: { version: "v1", at: "2026-11-24T14:00:00Z" },
  simulated: false,
  gaps: [],
};
const place = (...destinations: DestinationView[]) =>
  placeState({ environment: "prod", title: "prod", health: destinations[0]?.health ?? "Missing", destinations });

test("a cluster that is away comes before what was seen there last", () => {
  expect(destinationState({ ...healthy, unreachableSince: "2026-11-24T14:02:00Z" })).toEqual({ name: "Unreachable" });
});

test("a delivery under way shows how far it is, and a broken one that it is broken", () => {
  const delivery = { id: "d", state: "verifying", version: "v2" } as const;
  expect(destinationState({ ...healthy, readyReplicas: 2, delivery })).toEqual({
    name: "Progressing",
    detail: "2 of 3",
  });
  expect(destinationState({ ...healthy, health: "Degraded", readyReplicas: 2, delivery })).toEqual({
    name: "Degraded",
    detail: "2 of 3",
  });
});

test("what waits for a cluster does not look as if it moved", () => {
  const queued = { ...healthy, delivery: { id: "d", state: "queued", version: "v2" } as const };
  expect(destinationState(queued)).toEqual({ name: "Waiting" });
  const moving = { ...healthy, delivery: { id: "e", state: "verifying", version: "v2" } as const };
  expect(place(queued, moving)).toMatchObject({ name: "Progressing" });
});

test("what was never there is not deployed rather than missing", () => {
  expect(place()).toEqual({ name: "Absent" });
  expect(destinationState({ ...healthy, health: "Missing", serving: undefined })).toEqual({ name: "Absent" });
  expect(destinationState({ ...healthy, health: "Missing", wantedReplicas: 0 })).toEqual({ name: "Missing" });
});

test("several clusters count together, and those that are away are named", () => {
  const us = { ...healthy, cluster: "prod-us", readyReplicas: 1, health: "Degraded" } as const;
  expect(placeState({ environment: "prod", title: "prod", health: "Degraded", destinations: [healthy, us] })).toEqual({
    name: "Degraded",
    detail: "4 of 6",
  });
  expect(place(healthy, { ...us, unreachableSince: "2026-11-24T14:02:00Z" })).toEqual({
    name: "Unreachable",
    detail: "prod-us",
  });
});
