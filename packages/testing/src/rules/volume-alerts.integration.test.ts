import { describe, expect, test } from "vitest";
import { wrongIn } from "./fires.ts";
import { inputOf, rulesOf } from "./rules-of.ts";
import { changed, healthyReplicas, steady } from "./worlds.ts";

const rules = rulesOf(inputOf("stateful-service-in-prod"));
const CLAIM = `{namespace="ledger-store", persistentvolumeclaim="journal-ledger-store-1"}`;
const AVAILABLE = "kubelet_volume_stats_available_bytes";
const CAPACITY = "kubelet_volume_stats_capacity_bytes";
/** Bytes, of which a volume has a hundred thousand here. */
const WELL = {
  ...healthyReplicas("ledger-store", "statefulset"),
  [`${AVAILABLE}${CLAIM}`]: steady(60_000),
  [`${CAPACITY}${CLAIM}`]: steady(100_000),
};

/** Loses so many bytes a minute, from a fifth that is free: 5,760 minutes are four days. */
function losing(bytes: number): string {
  return `20000-${bytes}x400`;
}

describe("somebody hears of it when", () => {
  test.each([
    ["less than a twentieth is free", { [AVAILABLE]: steady(4900) }, "4m", "5m", "VolumeAlmostFull"],
    ["a quarter is free and will not last four days", { [AVAILABLE]: losing(4) }, "1h", "70m", "VolumeFillingUp"],
    ["no replica has been ready for three minutes", { kube_statefulset_status: steady(0) }, "2m", "3m", "ServiceDown"],
    ["nobody says what is free", { [AVAILABLE]: undefined }, "14m", "15m", `MetricsAbsent{metric="${AVAILABLE}"}`],
    ["nobody says what there is", { [CAPACITY]: undefined }, "14m", "15m", `MetricsAbsent{metric="${CAPACITY}"}`],
  ])("%s", async (_when, changes, quietUntil, at, alert) => {
    expect(await wrongIn(rules, changed(WELL, changes), { quietUntil, at, fires: [alert] })).toBe("");
  });
});

describe("nobody hears of it when", () => {
  test.each([
    ["all is well", {}],
    ["a twentieth is free", { [AVAILABLE]: steady(5100) }],
    ["what is free lasts longer than four days", { [AVAILABLE]: losing(2) }],
    ["much is written and much is free", { [AVAILABLE]: "90000-40x400" }],
  ])("%s", async (_when, changes) => {
    expect(await wrongIn(rules, changed(WELL, changes), { quietUntil: "3h" })).toBe("");
  });
});
