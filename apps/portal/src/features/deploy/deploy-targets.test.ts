import { expect, test } from "vitest";
import { deployTargets } from "./deploy-targets.ts";

type Place = Parameters<typeof deployTargets>[0]["places"][number];

function place(environment: string, ...versions: (string | undefined)[]): Place {
  const destinations = versions.map((version, at) => ({
    id: `${environment}-${at}`,
    cluster: `${environment}-${at}`,
    namespace: "shop",
    health: "Healthy" as const,
    healthReason: "",
    healthSince: "2026-11-24T14:00:00.000Z",
    sync: "Synced" as const,
    readyReplicas: 1,
    wantedReplicas: 1,
    simulated: at === 1,
    gaps: [],
    ...(version === undefined
      ? {}
      : { serving: { number: 1, image: `shop:${version}`, version, at: "2026-11-24T14:00:00.000Z" } }),
  }));
  return { environment, title: environment, production: environment === "prod", health: "Healthy", destinations };
}
const can = { edit: { allowed: true as const }, deploy: { dev: { allowed: true as const } } };

test("what serves one environment earlier can be promoted, unless it serves here too", () => {
  const targets = deployTargets({
    managed: true,
    can,
    places: [place("dev", "v2"), place("staging", "v2"), place("prod", "v1")],
  });
  expect(targets.map(({ promotes }) => promotes?.version)).toEqual([undefined, undefined, "v2"]);
});

test("nothing is promoted from where clusters differ", () => {
  const targets = deployTargets({ managed: true, can, places: [place("dev", "v1", "v2"), place("prod", "v1")] });
  expect(targets.map(({ promotes }) => promotes)).toEqual([undefined, undefined]);
  expect(targets[0]?.simulated).toEqual(["dev-1"]);
});

test("a refusal comes along with its reason", () => {
  const refused = { allowed: false as const, reason: "That takes a maintainer.", whoCould: "a maintainer" };
  const [target] = deployTargets({
    managed: true,
    can: { ...can, deploy: { prod: refused } },
    places: [place("prod", "v1")],
  });
  expect(target?.refusal).toBe("That takes a maintainer.");
});

test("what does not run here cannot be deployed", () => {
  expect(deployTargets({ managed: false, can, places: [place("dev", "v1")] })).toEqual([]);
});
