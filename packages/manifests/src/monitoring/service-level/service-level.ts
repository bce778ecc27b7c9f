import type { Violation } from "@fairlead/domain";
import type { Build } from "../../render/build.ts";
import type { Gap } from "../../render/gap.ts";
import type { Metric } from "../alerts/alert.ts";
import type { Recording } from "../recorded.ts";
import { FAILED, REQUESTS, sumOfRates } from "../request-recordings.ts";
import { type Requests, requestsOf } from "../requests.ts";

/** What a service promises, in a form that can be measured: bad ones of all. */
export interface ServiceLevel {
  name: "availability" | "latency";
  /** Of a hundred, such as 99.9. */
  percent: number;
  /** The promise, such as `99.9 % availability`. */
  words: string;
  /** What bad requests did, such as `failed`. */
  broken: string;
  /** Recorded rates per second over five minutes. */
  bad: string;
  all: string;
  /** What is recorded for it beyond what is recorded of every request. */
  recordings: readonly Recording[];
  looksAt: readonly Metric[];
}

interface Measured {
  levels: readonly ServiceLevel[];
  gaps: readonly Gap[];
  violations: readonly Violation[];
}

/** What is declared under `slo`, as far as the metrics that the template names can measure it. */
export function serviceLevels(build: Build): Measured {
  const { availability, latency } = build.spec.slo ?? {};
  const requests = requestsOf(build);
  const parts = [
    ...(availability === undefined ? [] : [availabilityLevel(build, availability, requests)]),
    ...(latency === undefined ? [] : [latencyLevel(build, latency, requests)]),
  ];
  return {
    levels: parts.flatMap(({ level = [] }) => level),
    gaps: parts.flatMap(({ gap = [] }) => gap),
    violations: parts.flatMap(({ violation = [] }) => violation),
  };
}

interface Part {
  level?: ServiceLevel;
  gap?: Gap;
  violation?: Violation;
}

function availabilityLevel(build: Build, percent: number, requests: Requests | undefined): Part {
  const words = `${percent} % availability`;
  if (requests === undefined) return { gap: notMeasured(build, words, "count requests and failures") };
  return {
    level: {
      name: "availability",
      percent,
      words,
      broken: "failed",
      bad: FAILED,
      all: REQUESTS,
      recordings: [],
      looksAt: [requests.total],
    },
  };
}

const TIMED = "service:requests_timed:rate5m";
const SLOW = "service:requests_slow:rate5m";

function latencyLevel(
  build: Build,
  { percentile, under }: { percentile: number; under: string },
  requests: Requests | undefined,
): Part {
  const words = `${percentile} % within ${under}`;
  if (requests?.duration === undefined) return { gap: notMeasured(build, words, "time requests") };
  const { count, within, boundaries } = requests.duration;
  const seconds = secondsOf(under);
  if (!boundaries.includes(seconds)) return { violation: noBoundary(build, under, seconds, boundaries) };
  const fast = within(seconds);
  return {
    level: {
      name: "latency",
      percent: percentile,
      words,
      broken: `took longer than ${under}`,
      bad: SLOW,
      all: TIMED,
      recordings: [
        { record: TIMED, expr: sumOfRates(count.series) },
        { record: SLOW, expr: `${sumOfRates(count.series)}\n- ${sumOfRates(fast.series)}` },
      ],
      looksAt: [count, fast],
    },
  };
}

/** `500ms` or `2s`. */
function secondsOf(latency: string): number {
  const amount = Number.parseInt(latency, 10);
  return latency.endsWith("ms") ? amount / 1000 : amount;
}

function notMeasured({ spec, template }: Build, words: string, measured: string): Gap {
  const what = `Alerts for ${words}`;
  const { name, version } = template.metadata;
  return spec.telemetry?.metrics === undefined
    ? { what, because: "no metrics are declared", remedy: "Declare them under spec.telemetry.metrics." }
    : {
        what,
        because: `the template ${name}@${version} names no metrics that ${measured}`,
        remedy: "Ask the platform team to name them in the template, or choose another template.",
      };
}

function noBoundary({ template }: Build, under: string, seconds: number, boundaries: readonly number[]): Violation {
  const lower = Math.max(...boundaries.filter((each) => each < seconds));
  const upper = Math.min(...boundaries.filter((each) => each > seconds));
  const nearest = [lower, upper].filter(Number.isFinite).map(latencyOf);
  return {
    path: "spec.slo.latency.under",
    reason: `${under} is between two boundaries of the histogram that ${template.metadata.name} names, so nobody can tell how many requests are faster`,
    remedy: `Choose ${nearest.join(" or ")}.`,
    severity: "error",
  };
}

function latencyOf(seconds: number): string {
  return seconds >= 1 && Number.isInteger(seconds) ? `${seconds}s` : `${Math.round(seconds * 1000)}ms`;
}
