import * as z from "zod";
import { duration, durationSeconds } from "./duration.ts";

/** Prometheus' own rule for names: https://prometheus.io/docs/concepts/data_model/#metric-names-and-labels */
const metricName = z
  .string()
  .regex(
    /^[a-zA-Z_:][a-zA-Z0-9_:]{0,199}$/,
    "is not a metric's name||Use letters, digits and underscores, such as http_server_request_duration_seconds.",
  );
const labelName = z
  .string()
  .regex(
    /^(?!__)[a-zA-Z_][a-zA-Z0-9_]{0,99}$/,
    "is not a label's name||Use letters, digits and underscores, such as http_response_status_code.",
  );

/** A small part of regular expressions: nothing in it can be wrong, costly or break out of an expression. */
const labelValues = z
  .string()
  .max(500, "is longer than 500 characters||Name fewer values.")
  .regex(
    /^[a-zA-Z0-9_.]+(\|[a-zA-Z0-9_.]+)*$/,
    "is not a choice of values||Put a | between them and a dot for any character, such as 5.. or Internal|Unavailable.",
  );

const SHORTEST_SECONDS = 10;
const LONGEST_SECONDS = 60;

/** Rates are taken over five minutes, which must hold at least four looks. */
const interval = duration.refine((value) => {
  const seconds = durationSeconds(value) ?? SHORTEST_SECONDS;
  return seconds >= SHORTEST_SECONDS && seconds <= LONGEST_SECONDS;
}, "is not between 10s and 1m||Write it like 30s: rates over five minutes need several looks.");

const percent = z.number().gt(0, "is not above 0||Give 0.1 to 100.").max(100, "is above 100||Give 0.1 to 100.");

/** The names under which services of a template count and time what they answer. */
const requestsSchema = z.strictObject({
  /** A counter of all requests. */
  total: metricName,
  /** Which of them failed: a label of the counter, and its values. */
  failed: z.strictObject({ label: labelName, values: labelValues }),
  /** More than this share of failures, for ten minutes, is an alert; 5 if left out. */
  failedPercent: percent.optional(),
  duration: z
    .strictObject({
      /** In seconds, without `_bucket`. */
      histogram: metricName,
      /** The histogram's boundaries in seconds: what a service level can be measured at. */
      buckets: z.array(z.number().gt(0)).min(1, "is empty||Name the boundaries of the histogram.").max(100),
      /** Slower than this at the 95th percentile, for ten minutes, is an alert: in seconds. 1 if left out, or a lower boundary. */
      slow: z.number().gt(0).optional(),
    })
    .refine(({ buckets, slow = 0 }) => slow < Math.max(...buckets), {
      path: ["slow"],
      // What lies beyond the last boundary is counted as the last boundary: it would never be exceeded.
      error: "is not below the last boundary||Name one of the buckets but the last, or less.",
    })
    .optional(),
});

const metricsSchema = z.strictObject({
  /** How often Prometheus looks; `30s` if left out. */
  interval: interval.optional(),
  /** More samples than this in one look are refused as a whole, so that a mistake floods nobody; 10,000 if left out. */
  sampleLimit: z.int().min(100, "is below 100||Give at least 100.").max(1_000_000).optional(),
  requests: requestsSchema.optional(),
});

const cronText = z
  .string()
  .regex(
    /^([0-9*/,-]+ ){4}[0-9*/,A-Za-z-]+$/,
    "is not a time of a clock||Write it like 0 8 * * 1-5: minute, hour, day, month, weekday.",
  );

/** What services of a template scale by beside CPU; the replicas stay between `scale.min` and `scale.max`. */
const scalingTriggerSchema = z.union(
  [
    /** As many replicas as keep the rate of a counter of the service's own, summed over them, at this for each a second. */
    z.strictObject({
      counter: metricName,
      perReplica: z.number().gt(0, "is not above 0||Give the rate for one replica."),
    }),
    /** At least so many replicas while a clock says so; `from` and `to` as in a crontab. */
    z.strictObject({
      from: cronText,
      to: cronText,
      timeZone: z
        .string()
        .regex(/^[A-Za-z_+-]+(\/[A-Za-z0-9_+-]+)*$/, "is not a time zone||Write it like Europe/Vienna."),
      replicas: z.int().min(1, "is below 1||Give at least 1.").max(1000, "is above 1000||Give at most 1000."),
    }),
  ],
  "is not a trigger||Name a counter and what one replica takes, or from, to, timeZone and replicas.",
);

/** A template's opinion on what every service gets: one group for each trait that has something to decide. */
export const traitsSchema = z.strictObject({
  metrics: metricsSchema.optional(),
  /** `sample`: the share of requests that leave a trace, 0 to 1. */
  traces: z.strictObject({ sample: z.number().min(0).max(1) }).optional(),
  /** Only where the cluster has KEDA; elsewhere CPU alone decides, and it is said. */
  scaling: z
    .strictObject({ triggers: z.array(scalingTriggerSchema).min(1, "is empty||Name what it scales by.").max(10) })
    .optional(),
  /** `retention`: how long backups are kept. */
  backup: z.strictObject({ retention: duration }).optional(),
});
