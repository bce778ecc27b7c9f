import { promtool } from "./promtool.ts";

/** Made-up series by their name and labels: a value for each minute, as promtool writes them. */
export type World = Readonly<Record<string, string>>;

export interface Scenario {
  /** What nobody needs to hear of until then, such as `12m`: no alert fires before. */
  quietUntil?: string;
  at?: string;
  /** The alerts that fire at that time, and no others. */
  fires?: readonly string[];
  /** Looks at alerts of this name alone. */
  only?: string;
  /** How often the rules are evaluated; every minute if left out. */
  every?: string;
}

const LABELS = "alertname, metric, slo";

/**
 * Has promtool evaluate the rules in a made-up world, and look at what fires.
 *
 * @returns what is not as expected; empty where all is
 */
export function wrongIn(
  rules: unknown,
  world: World,
  { quietUntil, at, fires = [], only, every = "1m" }: Scenario,
): Promise<string> {
  const firing = `ALERTS{alertstate="firing"${only === undefined ? "" : `, alertname="${only}"`}}`;
  const looks = [
    ...(quietUntil === undefined ? [] : [look(`last_over_time(${firing}[1y])`, quietUntil, [])]),
    ...(at === undefined ? [] : [look(firing, at, fires)]),
  ];
  const test = {
    interval: "1m",
    input_series: Object.entries(world).map(([series, values]) => ({ series, values })),
    promql_expr_test: looks,
  };
  const tests = { rule_files: ["rules.json"], evaluation_interval: every, tests: [test] };
  return promtool(["test", "rules", "tests.json"], { "rules.json": rules, "tests.json": tests });
}

function look(alerts: string, time: string, expected: readonly string[]) {
  return {
    expr: `group by (${LABELS}) (${alerts})`,
    eval_time: time,
    exp_samples: expected.map((labels) => ({ labels: labelsOf(labels), value: 1 })),
  };
}

/** `ServiceDown`, or with what tells it from others of its name: `MetricsAbsent{metric="up"}`. */
function labelsOf(alert: string): string {
  const [, name = "", more] = /^(\w+)(?:\{(.+)\})?$/.exec(alert) ?? [];
  return `{alertname="${name}"${more === undefined ? "" : `, ${more}`}}`;
}
