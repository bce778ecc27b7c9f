import type { KubernetesObject } from "../../kubernetes/object.ts";
import { readCron } from "../../schedule/cron.ts";
import { nextRuns } from "../../schedule/next-runs.ts";
import { conditionOf, degraded, fieldsOf, listOf, type WorkloadHealth } from "./health.ts";
import { jobHealth } from "./job-health.ts";
import { explained, isOwnedBy } from "./long-running.ts";
import type { Observed, Serving } from "./serving-rule.ts";

/** What runs once serves when it is done. */
export function jobServing(job: KubernetesObject, { pods: all }: Observed): Serving {
  const pods = all.filter((pod) => isOwnedBy(pod, job));
  const health = explained(jobHealth(job), pods);
  const isDone = health.state === "Healthy";
  const isLost = conditionOf(job, "Failed")?.status === "True";
  return { health, replicas: { ready: isDone ? 1 : 0, wanted: 1 }, pods, serves: isDone, isLost };
}

/** What runs by the clock serves when the cluster has taken it; how its last run went is its health. */
export function cronJobServing(cronJob: KubernetesObject, { workloads, pods: all }: Observed): Serving {
  const runs = workloads.filter((run) => run.kind === "Job" && isOwnedBy(run, cronJob));
  const pods = all.filter((pod) => runs.some((run) => isOwnedBy(pod, run)));
  const health = cronJobHealth(cronJob, runs);
  return { health, replicas: { ready: 0, wanted: 0 }, pods, serves: true, isLost: false };
}

function cronJobHealth(cronJob: KubernetesObject, runs: readonly KubernetesObject[]): WorkloadHealth {
  if (fieldsOf(cronJob.spec).suspend === true) return { state: "Suspended", reason: "its schedule is suspended" };
  const last = [...runs]
    .filter((run) => ended(run) !== undefined)
    .sort((one, other) => (startOf(one) < startOf(other) ? 1 : -1))[0];
  if (last !== undefined && ended(last) === "Failed") {
    return degraded(`its last run failed: ${conditionOf(last, "Failed")?.message || "it was given up"}`);
  }
  const isRunning = listOf(fieldsOf(cronJob.status).active).length > 0;
  return { state: "Healthy", reason: isRunning ? "a run is under way" : waits(cronJob) };
}

function ended(run: KubernetesObject): "Complete" | "Failed" | undefined {
  return (["Complete", "Failed"] as const).find((type) => conditionOf(run, type)?.status === "True");
}

function startOf({ status, metadata }: KubernetesObject): string {
  return String(fieldsOf(status).startTime ?? metadata.creationTimestamp ?? "");
}

/** The run that comes after the last one: `waits for its next run at 2026-11-29 03:00 UTC`. */
function waits({ metadata, spec, status }: KubernetesObject): string {
  const { schedule, timeZone } = fieldsOf(spec);
  const after = new Date(String(fieldsOf(status).lastScheduleTime ?? metadata.creationTimestamp ?? ""));
  const cron = readCron(String(schedule));
  if (!cron.ok || Number.isNaN(after.getTime())) return "";
  const [next] = nextRuns(cron.value, String(timeZone ?? "Etc/UTC"), after, 1);
  return next === undefined ? "" : `waits for its next run at ${next.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
