import { expect, test } from "vitest";
import { withAway } from "./with-away.ts";

test("an environment knows which of its clusters are away", () => {
  const environments = [
    { name: "dev", title: "Development", clusters: ["dev"] },
    { name: "prod", title: "Production", clusters: ["prod-eu", "prod-us"] },
  ];
  const clusters = [
    { name: "dev" },
    { name: "prod-eu" },
    { name: "prod-us", unreachableSince: "2026-11-24T14:02:00Z" },
  ];
  expect(withAway(environments, clusters).map(({ away }) => away)).toEqual([[], ["prod-us"]]);
});
