import { expect, test } from "vitest";
import type { KubernetesObject } from "../../kubernetes/object.ts";
import { serving } from "./serving.ts";

const FACTS = { atLeast: 0, hasService: false, withinSeconds: 660 };

function cronJob(status: object = {}, spec: object = {}): KubernetesObject {
  const metadata = { name: "report", uid: "c", creationTimestamp: "2026-11-28T12:00:00Z" };
  return { apiVersion: "batch/v1", kind: "CronJob", metadata, spec: { schedule: "0 3 * * *", ...spec }, status };
}

function run(name: string, startTime: string, condition?: "Complete" | "Failed", owner = "c"): KubernetesObject {
  const ownerReferences = owner === "" ? [] : [{ apiVersion: "batch/v1", kind: "CronJob", name: "report", uid: owner }];
  const conditions = condition === undefined ? [] : [{ type: condition, status: "True", message: "it took too long" }];
  const metadata = { name, uid: name, ownerReferences, creationTimestamp: startTime };
  return { apiVersion: "batch/v1", kind: "Job", metadata, status: { startTime, conditions } };
}

function pod(of: string, exitCode: number): KubernetesObject {
  const ownerReferences = [{ apiVersion: "batch/v1", kind: "Job", name: of, uid: of }];
  const containerStatuses = [{ state: { terminated: { exitCode } } }];
  const status = { phase: "Failed", containerStatuses };
  return { apiVersion: "v1", kind: "Pod", metadata: { name: `${of}-x`, ownerReferences }, spec: {}, status };
}

function look(kind: "CronJob" | "Job", workloads: KubernetesObject[], pods: KubernetesObject[] = []) {
  return serving({ workloads, pods, replicaSets: [], endpointSlices: [] }, { kind, ...FACTS });
}

test("what runs by the clock serves when the cluster has taken it, and says when it runs next", () => {
  expect(look("CronJob", [cronJob()])).toMatchObject({
    serves: true,
    health: { state: "Healthy", reason: "waits for its next run at 2026-11-29 03:00 UTC" },
  });
  const berlin = cronJob({ lastScheduleTime: "2026-11-29T02:00:00Z" }, { timeZone: "Europe/Berlin" });
  expect(look("CronJob", [berlin]).health.reason).toBe("waits for its next run at 2026-11-30 02:00 UTC");
});

test("a failed last run is its health, until a later one is done", () => {
  const failed = run("report-1", "2026-11-27T03:00:00Z", "Failed");
  const after = look("CronJob", [cronJob(), failed, run("report-0", "2026-11-26T03:00:00Z", "Complete")]);
  expect(after).toMatchObject({
    serves: true,
    health: { state: "Degraded", reason: "its last run failed: it took too long" },
  });
  const mended = look("CronJob", [cronJob(), failed, run("report-2", "2026-11-28T03:00:00Z", "Complete")]);
  expect(mended.health.state).toBe("Healthy");
});

test("a run that goes on is said", () => {
  const active = [{ kind: "Job", name: "report-3" }];
  expect(look("CronJob", [cronJob({ active })]).health).toEqual({ state: "Healthy", reason: "a run is under way" });
});

test("what runs once serves when it is done", () => {
  expect(look("Job", [run("load-7", "2026-11-28T03:00:00Z", undefined, "")])).toMatchObject({
    serves: false,
    isLost: false,
    health: { state: "Progressing", reason: "it is running" },
  });
  expect(look("Job", [run("load-7", "2026-11-28T03:00:00Z", "Complete", "")])).toMatchObject({
    serves: true,
    replicas: { ready: 1, wanted: 1 },
  });
});

test("what runs once is lost when it was given up, and its pod says why", () => {
  const failed = run("load-7", "2026-11-28T03:00:00Z", "Failed", "");
  expect(look("Job", [failed], [pod("load-7", 3)])).toMatchObject({
    serves: false,
    isLost: true,
    health: { state: "Degraded", reason: "load-7-x: it ended with exit code 3" },
  });
});

test("of several releases the newest run counts, and none that a schedule began", () => {
  const before = run("load-6", "2026-11-27T03:00:00Z", "Complete", "");
  const now = run("load-7", "2026-11-28T03:00:00Z", undefined, "");
  const ofSchedule = run("report-1", "2026-11-29T03:00:00Z", "Complete");
  expect(look("Job", [before, now, ofSchedule]).serves).toBe(false);
});
