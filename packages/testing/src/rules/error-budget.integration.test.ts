import { describe, expect, test } from "vitest";
import { wrongIn } from "./fires.ts";
import { inputOf, rulesOf } from "./rules-of.ts";
import { changed, healthyReplicas, healthyRequests, PER_MINUTE } from "./worlds.ts";

const { groups } = rulesOf(inputOf("metrics-of-a-web-service")) ?? { groups: [] };

/** The rules that a service level is told by: the others would only take time over so many days. */
function rulesFor(level: Level) {
  const isFor = (rule: unknown) => {
    const { record, labels } = Object(rule);
    return labels.slo === level || (record !== undefined && labels.slo === undefined);
  };
  return { groups: groups.map((group) => ({ ...Object(group), rules: Object(group).rules.filter(isFor) })) };
}

const WELL = { ...healthyReplicas("checkout", "deployment"), ...healthyRequests("checkout") };
const HISTOGRAM = "http_server_request_duration_seconds";
const OWN = `namespace="checkout", job="checkout"`;

/** Of the promises: 99.9 % without failure, 99 % within half a second. */
const BUDGETS = { availability: 0.001, latency: 0.01 } as const;
type Level = keyof typeof BUDGETS;

const MINUTES = { m: 1, h: 60, d: 1440 } as const;

/** Minutes in `5m`, `6h` or `3d`. */
function minutes(time: string): number {
  const unit = time.slice(-1);
  if (unit !== "m" && unit !== "h" && unit !== "d") throw new Error(`${time} is no time.`);
  return Number(time.slice(0, -1)) * MINUTES[unit];
}

/**
 * A world that does well for a time, and then, for another, uses up an error budget so many times as fast as it may;
 * then all is well again.
 */
function burning(level: Level, rate: number, well: string, burn: string) {
  const [before, during, after] = [minutes(well), minutes(burn), 240];
  const bad = Math.round(PER_MINUTE * BUDGETS[level] * rate);
  const total = (perMinute: number, badPerMinute: number) =>
    `0+${perMinute}x${before} ${before * perMinute + badPerMinute}+${badPerMinute}x${during - 1} ` +
    `${before * perMinute + during * badPerMinute + perMinute}+${perMinute}x${after}`;
  return level === "availability"
    ? changed(WELL, {
        [`${HISTOGRAM}_count{${OWN}, http_response_status_code="503"}`]: total(0, bad),
        [`${HISTOGRAM}_count{${OWN}, http_response_status_code="200"}`]: total(PER_MINUTE, PER_MINUTE - bad),
      })
    : changed(WELL, { [`${HISTOGRAM}_bucket{${OWN}, le="0.5"}`]: total(PER_MINUTE, PER_MINUTE - bad) });
}

/** Each pair of windows where no other pair can fire: how long all is well before it burns, and for how long. */
const PAIRS = [
  { rate: 14.4, long: "1h", short: "5m", well: "6h", burn: "65m", every: "1m", alert: "ErrorBudgetBurnFast" },
  { rate: 6, long: "6h", short: "30m", well: "1d", burn: "370m", every: "1m", alert: "ErrorBudgetBurnFast" },
  { rate: 3, long: "1d", short: "2h", well: "3d", burn: "1d", every: "5m", alert: "ErrorBudgetBurnSlow" },
  { rate: 1, long: "3d", short: "6h", well: "5m", burn: "3d", every: "5m", alert: "ErrorBudgetBurnSlow" },
] as const;

describe.each(["availability", "latency"] as const)("the error budget of %s", (level) => {
  const rules = rulesFor(level);

  test.each(PAIRS)("used up 1.01 × $rate as fast over $long, and still so over $short: $alert", async (pair) => {
    const { rate, well, burn, every, alert } = pair;
    const fires = [`${alert}{slo="${level}"}`];
    const at = `${minutes(well) + minutes(burn)}m`;
    const world = burning(level, 1.01 * rate, well, burn);
    // What burns fast burns slowly too: only the alert that is meant is looked at.
    expect(await wrongIn(rules, world, { at, fires, only: alert, every })).toBe("");
  });

  test.each(PAIRS)("used up 0.99 × $rate as fast over $long: no $alert", async ({ rate, well, burn, every, alert }) => {
    const world = burning(level, 0.99 * rate, well, burn);
    const quietUntil = `${minutes(well) + minutes(burn) + 240}m`;
    expect(await wrongIn(rules, world, { quietUntil, only: alert, every })).toBe("");
  });

  // The larger the budget, the longer even an outage takes to use up what matters of it.
  const toldAt = { availability: "365m", latency: "375m" } as const;

  test("a complete outage is told within minutes", async () => {
    const world = burning(level, 1 / BUDGETS[level], "6h", "1h");
    const fires = [`ErrorBudgetBurnFast{slo="${level}"}`];
    expect(
      await wrongIn(rules, world, { quietUntil: "6h", at: toldAt[level], fires, only: "ErrorBudgetBurnFast" }),
    ).toBe("");
  });

  test("what has stopped is told no longer: the short window is over", async () => {
    const world = burning(level, 1 / BUDGETS[level], "6h", "20m");
    // Twenty minutes are less than the six hours of the slower pair, once half an hour has gone well.
    expect(await wrongIn(rules, world, { at: "460m", fires: [], only: "ErrorBudgetBurnFast" })).toBe("");
  });
});
