import { expect, test } from "vitest";
import { choosePlace } from "./choose-place.ts";
import type { DestinationView, PlaceView } from "./service-view.ts";

const on = (cluster: string): DestinationView => ({
  cluster,
  health: "Healthy",
  healthReason: "",
  readyReplicas: 1,
  wantedReplicas: 1,
  simulated: false,
  gaps: [],
});
const PLACES: PlaceView[] = [
  { environment: "dev", title: "dev", health: "Healthy", destinations: [on("dev")] },
  { environment: "prod", title: "prod", health: "Healthy", destinations: [on("prod-eu"), on("prod-us")] },
  { environment: "never", title: "never", health: "Missing", destinations: [] },
];

test("what the address asks for, if it is there", () => {
  expect(choosePlace(PLACES, "prod", "prod-us")).toEqual({ environment: "prod", cluster: "prod-us" });
  expect(choosePlace(PLACES, "dev", "prod-us")).toEqual({ environment: "dev", cluster: "dev" });
});

test("else the last place where anything was delivered", () => {
  expect(choosePlace(PLACES, undefined, undefined)).toEqual({ environment: "prod", cluster: "prod-eu" });
  expect(choosePlace(PLACES, "never", "x")).toEqual({ environment: "prod", cluster: "prod-eu" });
  expect(choosePlace([], "dev", undefined)).toBeUndefined();
});
