import type { Build } from "../render/build.ts";
import type { Metric } from "./alerts/alert.ts";
import { series } from "./series.ts";

const DEFAULT_FAILED_PERCENT = 5;
const SLOW_SECONDS = 1;

/** How the requests of a service are counted and timed, as its template names it. */
export interface Requests {
  total: Metric;
  /** PromQL that selects those that failed; none may have yet. */
  failed: string;
  failedPercent: number;
  duration?: Duration;
}

interface Duration {
  /** All that were timed. */
  count: Metric;
  bucket: Metric;
  /** Those that took at most so many seconds: a boundary of the histogram. */
  within: (seconds: number) => Metric;
  /** The boundaries, in seconds. */
  boundaries: readonly number[];
  slowSeconds: number;
}

/** `undefined` where the service declares no metrics, or its template names none for requests. */
export function requestsOf(build: Build): Requests | undefined {
  const named = build.template.spec.traits?.metrics?.requests;
  if (named === undefined || build.spec.telemetry?.metrics === undefined) return undefined;
  const own = ownLabels(build);
  // Of what Prometheus does not read, nothing is expected: that is an alert of its own.
  const expectedWhile = `max by (namespace) (${series("up", own)}) > 0`;
  const metric = (name: string, labels = own, like = {}): Metric => ({
    source: "service",
    name,
    series: series(name, labels, like),
    expectedWhile,
  });
  const { total, failed, failedPercent = DEFAULT_FAILED_PERCENT, duration } = named;
  const requests: Requests = {
    total: metric(total),
    failed: series(total, own, { [failed.label]: failed.values }),
    failedPercent,
  };
  if (duration === undefined) return requests;
  const { histogram, buckets, slow = slowByDefault(buckets) } = duration;
  const timed: Duration = {
    count: metric(`${histogram}_count`),
    bucket: metric(`${histogram}_bucket`),
    within: (seconds) =>
      Number.isInteger(seconds)
        ? metric(`${histogram}_bucket`, own, { le: wholeBoundary(seconds) })
        : metric(`${histogram}_bucket`, { ...own, le: String(seconds) }),
    boundaries: buckets,
    slowSeconds: slow,
  };
  return { ...requests, duration: timed };
}

/** No quantile is beyond the last boundary, so that a threshold there is never exceeded. */
function slowByDefault(boundaries: readonly number[]): number {
  const [last = SLOW_SECONDS, before = last / 2] = [...boundaries].sort((a, b) => b - a);
  return SLOW_SECONDS < last ? SLOW_SECONDS : before;
}

/** What Prometheus puts on everything that it reads from the service. */
export function ownLabels({ name, destination }: Build): Record<string, string> {
  return { namespace: destination.namespace, job: name };
}

/**
 * A whole number is written as `1` or as `1.0`, by format and version.
 * https://prometheus.io/docs/prometheus/latest/migration/#le-and-quantile-label-values
 */
function wholeBoundary(seconds: number): string {
  return `${seconds}(\\.0)?`;
}
