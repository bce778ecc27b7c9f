import type { Recording } from "./recorded.ts";
import type { Requests } from "./requests.ts";

export const REQUESTS = "service:requests:rate5m";
export const FAILED = "service:requests_failed:rate5m";
export const P95 = "service:request_duration_seconds:p95_rate5m";

/** Requests a second, how many of them fail, and how long the slower ones take. */
export function requestRecordings({ total, failed, duration }: Requests): Recording[] {
  const all = sumOfRates(total.series);
  return [
    { record: REQUESTS, expr: all },
    // Before the first failure there is no series of failures: then it is none of all.
    { record: FAILED, expr: `${sumOfRates(failed)}\nor 0 * ${all}` },
    ...(duration === undefined
      ? []
      : [
          {
            record: P95,
            expr: `histogram_quantile(0.95, sum by (namespace, le) (rate(${duration.bucket.series}[5m])))`,
          },
        ]),
  ];
}

export function sumOfRates(selector: string): string {
  return `sum by (namespace) (rate(${selector}[5m]))`;
}
