import type { Build } from "../../render/build.ts";
import { type Recording, recorded } from "../recorded.ts";
import { PERIOD_DAYS, type Window } from "./burn-rates.ts";
import type { ServiceLevel } from "./service-level.ts";

const PERIOD = `${PERIOD_DAYS}d` as const;
const BUDGET_LEFT = "service:slo_budget_left:ratio";

const SHORT = ["30m", "1h", "2h", "6h"] as const satisfies readonly Window[];
/** One look in five minutes says as much as each, at a fraction of the cost. */
const LONG = ["1d", "3d", PERIOD] as const satisfies readonly (Window | typeof PERIOD)[];
const STEP = "5m";

/** What is recorded of a service level: the share of bad requests over each window, and what is left of the budget. */
interface LevelRecordings {
  /** Over up to six hours: as often as Prometheus evaluates. */
  often: Recording[];
  /** Over days: every two minutes will do. */
  seldom: Recording[];
}

export function levelRecordings(build: Build, level: ServiceLevel): LevelRecordings {
  const labels = { slo: level.name };
  const [bad, all] = [recorded(build, level.bad), recorded(build, level.all)];
  // From what is recorded, not from the metrics: two series, however many replicas and paths there are. Without requests
  // there is no share.
  const over = (range: string) => `sum_over_time(${bad}[${range}])\n/ (sum_over_time(${all}[${range}]) > 0)`;
  const ratio = (window: string, expr: string) => ({ record: errorRatio(window), expr, labels });
  return {
    often: [
      ...level.recordings,
      ratio("5m", `${bad}\n/ (${all} > 0)`),
      ...SHORT.map((window) => ratio(window, over(window))),
    ],
    seldom: [
      ...LONG.map((window) => ratio(window, over(`${window}:${STEP}`))),
      { record: BUDGET_LEFT, expr: `1 - ${recorded(build, errorRatio(PERIOD), labels)} / ${budget(level)}`, labels },
    ],
  };
}

export function errorRatio(window: string): string {
  return `service:slo_errors:ratio_rate${window}`;
}

export function budgetLeft(build: Build, level: ServiceLevel): string {
  return recorded(build, BUDGET_LEFT, { slo: level.name });
}

/** The share of requests that may be bad, as it is written in PromQL. */
export function budget({ percent }: ServiceLevel): string {
  return `(1 - ${percent} / 100)`;
}
