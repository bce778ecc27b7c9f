import { describe, expect, test } from "vitest";
import { wrongIn } from "./fires.ts";
import { inputOf, rulesOf } from "./rules-of.ts";
import { changed, growing, healthyReplicas, healthyRequests, PER_MINUTE, steady } from "./worlds.ts";

const input = inputOf("metrics-of-a-web-service");
const { slo: _, ...spec } = input.service.spec;
const rules = rulesOf({ ...input, service: { ...input.service, spec } });

const WELL = { ...healthyReplicas("checkout", "deployment"), ...healthyRequests("checkout") };
const READY = "kube_deployment_status_replicas_ready";
const DESIRED = "kube_deployment_spec_replicas";
const RESTARTS = "kube_pod_container_status_restarts_total";
const THROTTLED = "container_cpu_cfs_throttled_periods_total";
const MEMORY = "container_memory_working_set_bytes";
const HISTOGRAM = "http_server_request_duration_seconds";
const OWN = `namespace="checkout", job="checkout"`;
const FAILED = `${HISTOGRAM}_count{${OWN}, http_response_status_code="503"}`;

/** This share is answered within a second, and within half of one. */
function withinASecond(share: number) {
  const bucket = (boundary: string) => `${HISTOGRAM}_bucket{${OWN}, le="${boundary}"}`;
  return { [bucket("0.5")]: growing(share * PER_MINUTE), [bucket("1.0")]: growing(share * PER_MINUTE) };
}

test("nobody hears of a service that does well", async () => {
  expect(await wrongIn(rules, WELL, { quietUntil: "4h" })).toBe("");
});

describe("somebody hears of it when", () => {
  test.each([
    ["no replica has been ready for three minutes", { [READY]: "2x9 0x60" }, "12m", "13m", "ServiceDown"],
    ["a pod was restarted four times", { [RESTARTS]: "0x9 0+1x4 4x60" }, "13m", "14m", "ServiceRestarting"],
    ["more than a quarter of the time it waits for CPU", { [THROTTLED]: growing(151) }, "15m", "16m", "CpuThrottled"],
    ["it uses more than nine tenths of its memory", { [MEMORY]: steady(91) }, "14m", "15m", "MemoryNearLimit"],
    [
      "more than five in a hundred requests fail",
      { [FAILED]: growing(0.054 * PER_MINUTE) },
      "10m",
      "12m",
      "ErrorRateHigh",
    ],
    ["one in twenty takes longer than a second", withinASecond(0.94), "10m", "12m", "LatencyHigh"],
    ["Prometheus reads none of its replicas", { up: steady(0) }, "14m", "15m", "MetricsUnread"],
  ])("%s", async (_when, changes, quietUntil, at, alert) => {
    expect(await wrongIn(rules, changed(WELL, changes), { quietUntil, at, fires: [alert] })).toBe("");
  });
});

describe("nobody hears of it when", () => {
  test.each([
    ["one of two replicas is ready", { [READY]: steady(1) }],
    ["no replica was ready for two minutes", { [READY]: "2x9 0x2 2x400" }],
    ["somebody scaled it to nothing", { [READY]: steady(0), [DESIRED]: steady(0) }],
    ["a pod was restarted three times", { [RESTARTS]: "0x9 0+1x3 3x400" }],
    ["it waits for CPU a little less than a quarter of the time", { [THROTTLED]: growing(149) }],
    ["it uses nine tenths of its memory", { [MEMORY]: steady(90) }],
    ["a little less than five in a hundred requests fail", { [FAILED]: growing(0.052 * PER_MINUTE) }],
    ["one in twenty takes a little less than a second", withinASecond(0.96)],
  ])("%s", async (_when, changes) => {
    expect(await wrongIn(rules, changed(WELL, changes), { quietUntil: "4h" })).toBe("");
  });
});

describe("an alert that cannot see says so, when there is no", () => {
  const others = [READY, DESIRED, RESTARTS, THROTTLED, MEMORY, "container_cpu_cfs_periods_total"];
  const inTime = [...others, "kube_pod_container_resource_limits"].map((metric) => [metric, "14m", "16m"] as const);
  const own = [`${HISTOGRAM}_count`, `${HISTOGRAM}_bucket`].map((metric) => [metric, "59m", "61m"] as const);

  test.each([...inTime, ...own])("%s", async (metric, quietUntil, at) => {
    const fires = [`MetricsAbsent{metric="${metric}"}`];
    expect(await wrongIn(rules, changed(WELL, { [metric]: undefined }), { quietUntil, at, fires })).toBe("");
  });
});
