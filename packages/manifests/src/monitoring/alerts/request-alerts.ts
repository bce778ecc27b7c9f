import type { Build } from "../../render/build.ts";
import { recorded } from "../recorded.ts";
import { FAILED, P95, REQUESTS } from "../request-recordings.ts";
import type { Requests } from "../requests.ts";
import type { Alert } from "./alert.ts";

/** Failures and slowness by fixed thresholds, for what no service level is declared of. */
export function requestAlerts(build: Build, requests: Requests, measured: ReadonlySet<string>): Alert[] {
  return [
    ...(measured.has("availability") ? [] : [errorRateHigh(build, requests)]),
    ...(measured.has("latency") ? [] : latencyHigh(build, requests)),
  ];
}

function errorRateHigh(build: Build, { total, failedPercent }: Requests): Alert {
  const { name } = build;
  return {
    name: "ErrorRateHigh",
    expr: `${recorded(build, FAILED)}\n/ (${recorded(build, REQUESTS)} > 0) > ${failedPercent} / 100`,
    for: "10m",
    urgent: true,
    summary: `More than ${failedPercent} % of requests to ${name} fail`,
    description: `For ten minutes {{ $value | humanizePercentage }} of the requests to ${name} have failed.`,
    looksAt: [total],
  };
}

/** Nobody has said how fast it has to be, so nobody is woken. */
function latencyHigh(build: Build, { duration }: Requests): Alert[] {
  if (duration === undefined) return [];
  const { name } = build;
  return [
    {
      name: "LatencyHigh",
      expr: `${recorded(build, P95)} > ${duration.slowSeconds}`,
      for: "10m",
      urgent: false,
      summary: `${name} answers slowly`,
      description: `For ten minutes one request in twenty to ${name} has taken longer than {{ $value | humanizeDuration }}.`,
      looksAt: [duration.bucket],
    },
  ];
}
