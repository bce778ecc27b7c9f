import { describe, expect, test } from "vitest";
import { wrongIn } from "./fires.ts";
import { inputOf, rulesOf } from "./rules-of.ts";
import { changed, steady } from "./worlds.ts";

const rules = rulesOf(inputOf("scheduled-job-in-prod"));
const CRON_JOB = `{namespace="invoice-run", cronjob="invoice-run"}`;
const NEXT = "kube_cronjob_next_schedule_time";
const CREATED = "kube_job_created";
/** Due in ten minutes. */
const DUE = steady(600);

function run(number: number, created: number, end: "failed" | "complete") {
  const job = `namespace="invoice-run", job_name="invoice-run-${number}"`;
  return {
    [`${CREATED}{${job}}`]: steady(created),
    [`kube_job_${end}{${job}, condition="true"}`]: steady(1),
  };
}

const WELL = {
  [`${NEXT}${CRON_JOB}`]: steady(1_000_000),
  [`kube_cronjob_status_last_schedule_time${CRON_JOB}`]: steady(1),
  ...run(1, 60, "complete"),
};

describe("somebody hears of it when", () => {
  test.each([
    ["the last run failed", run(2, 120, "failed"), undefined, "1m", "JobFailed"],
    ["it was due ten minutes ago", { [NEXT]: DUE }, "20m", "21m", "ScheduleMissed"],
    [
      "nobody says when it is due, or it is suspended",
      { [NEXT]: undefined },
      "14m",
      "15m",
      `MetricsAbsent{metric="${NEXT}"}`,
    ],
    ["it has run, and nobody says how", { [CREATED]: undefined }, "14m", "15m", `MetricsAbsent{metric="${CREATED}"}`],
  ])("%s", async (_when, changes, quietUntil, at, alert) => {
    const expected = { ...(quietUntil === undefined ? {} : { quietUntil }), at, fires: [alert] };
    expect(await wrongIn(rules, changed(WELL, changes), expected)).toBe("");
  });
});

describe("nobody hears of it when", () => {
  test.each([
    ["all is well", {}],
    ["a run failed and a later one completed", { ...run(2, 120, "failed"), ...run(3, 180, "complete") }],
    ["it is due in time to come, and has never run", { kube_cronjob_status: undefined, kube_job: undefined }],
    ["the step before a delivery failed: that is the delivery's to tell", beforeDeploy()],
  ])("%s", async (_when, changes) => {
    expect(await wrongIn(rules, changed(WELL, changes), { quietUntil: "2h" })).toBe("");
  });
});

function beforeDeploy() {
  const job = `namespace="invoice-run", job_name="invoice-run-before-deploy-2"`;
  return { [`${CREATED}{${job}}`]: steady(120), [`kube_job_failed{${job}, condition="true"}`]: steady(1) };
}

test("a job that runs once is told of when it fails, and no longer when a later release's completes", async () => {
  const once = rulesOf({ ...inputOf("job-once"), profile: inputOf("scheduled-job-in-prod").profile });
  const job = (number: number, end: string) => {
    const labels = `namespace="reindex-dev", job_name="reindex-${number}"`;
    return { [`${CREATED}{${labels}}`]: steady(number), [`kube_job_${end}{${labels}, condition="true"}`]: steady(1) };
  };
  const seen = { 'kube_namespace_created{namespace="reindex-dev"}': steady(1) };
  expect(await wrongIn(once, { ...seen, ...job(7, "failed") }, { at: "1m", fires: ["JobFailed"] })).toBe("");
  const later = { ...seen, ...job(7, "failed"), ...job(8, "complete") };
  expect(await wrongIn(once, later, { quietUntil: "2h" })).toBe("");
  expect(await wrongIn(once, {}, { at: "16m", fires: ['MetricsAbsent{metric="kube_namespace_created"}'] })).toBe("");
});
