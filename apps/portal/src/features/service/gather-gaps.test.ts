import { expect, test } from "vitest";
import { gatherGaps } from "./gather-gaps.ts";
import type { DestinationView, GapView } from "./service-view.ts";

const store: GapView = { what: "Value of stripe", because: "there is no store", remedy: "Make a Secret." };
const traces: GapView = { what: "Traces", because: "there is no collector", remedy: "Ask for one." };
const on = (...gaps: GapView[]): DestinationView => ({
  cluster: "dev",
  health: "Healthy",
  healthReason: "",
  readyReplicas: 1,
  wantedReplicas: 1,
  simulated: false,
  gaps,
});

test("a gap is told once, with every environment that has it", () => {
  const places = [
    { title: "Development", destinations: [on(store, traces)] },
    { title: "Production", destinations: [on(store), on(store)] },
    { title: "Nowhere yet", destinations: [] },
  ];
  expect(gatherGaps(places)).toEqual([
    { ...store, where: ["Development", "Production"] },
    { ...traces, where: ["Development"] },
  ]);
});
