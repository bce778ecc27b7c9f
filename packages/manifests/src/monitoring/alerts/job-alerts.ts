import type { Build } from "../../render/build.ts";
import { series } from "../series.ts";
import type { Alert, Metric } from "./alert.ts";

const LATE_SECONDS = 600;

/** A run that failed, and one that never began. */
export function jobAlerts(build: Build): Alert[] {
  return [jobFailed(build), ...(build.template.spec.workload === "CronJob" ? [scheduleMissed(build)] : [])];
}

function jobFailed({ name, destination: { namespace }, template }: Build): Alert {
  const isScheduled = template.spec.workload === "CronJob";
  // Behind the name is the minute of a CronJob's run, or the number of the release.
  const names = { job_name: `${name}-[0-9]+` };
  const created = series("kube_job_created", { namespace }, names);
  const newest = (metric: string) => {
    const ended = series(metric, { namespace, condition: "true" }, names);
    return `max by (namespace) (${created} and on (namespace, job_name) ${ended} == 1)`;
  };
  return {
    name: "JobFailed",
    // A failed job stays for somebody to look at. Only the newest one counts, and only until a later one completes.
    expr: `${newest("kube_job_failed")}\n> (${newest("kube_job_complete")} or 0 * max by (namespace) (${created}))`,
    urgent: true,
    summary: `The last run of ${name} failed`,
    description: `A run of ${name} was given up, and no later one has completed. What it was to do is not done.`,
    looksAt: [isScheduled ? jobsOf(created, { namespace, cronjob: name }) : anything(namespace)],
  };
}

/** Before the first run there is no job to speak of. */
function jobsOf(created: string, cronJob: Readonly<Record<string, string>>): Metric {
  const expectedWhile = series("kube_cronjob_status_last_schedule_time", cronJob);
  return { source: "kube-state-metrics", name: "kube_job_created", series: created, expectedWhile };
}

/** A finished job is taken away in time, and so are its metrics: whether anybody looks shows in the namespace's. */
function anything(namespace: string): Metric {
  const name = "kube_namespace_created";
  return { source: "kube-state-metrics", name, series: series(name, { namespace }) };
}

function scheduleMissed({ name, destination: { namespace } }: Build): Alert {
  const metric = "kube_cronjob_next_schedule_time";
  const next: Metric = {
    source: "kube-state-metrics",
    name: metric,
    series: series(metric, { namespace, cronjob: name }),
  };
  return {
    name: "ScheduleMissed",
    expr: `time() - max by (namespace) (${next.series}) > ${LATE_SECONDS}`,
    urgent: true,
    summary: `${name} was due and has not begun`,
    description: `${name} should have begun {{ $value | humanizeDuration }} ago. An earlier run may still be under way, or the cluster has no room for it.`,
    looksAt: [next],
  };
}
