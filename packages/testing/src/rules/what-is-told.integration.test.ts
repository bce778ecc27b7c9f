import { describe, expect, test } from "vitest";
import { wrongIn } from "./fires.ts";
import { promtool } from "./promtool.ts";
import { inputOf, rulesOf } from "./rules-of.ts";
import { changed, growing, healthyReplicas, healthyRequests, PER_MINUTE, steady } from "./worlds.ts";

const input = inputOf("metrics-of-a-web-service");
const rules = rulesOf(input);

test("an alert says what, whose and how bad, and leads to runbook, dashboard and owner", async () => {
  const replicas = `{namespace="checkout", deployment="checkout"}`;
  const tests = {
    rule_files: ["rules.json"],
    evaluation_interval: "1m",
    tests: [
      {
        interval: "1m",
        input_series: [
          { series: `kube_deployment_status_replicas_ready${replicas}`, values: steady(0) },
          { series: `kube_deployment_spec_replicas${replicas}`, values: steady(2) },
        ],
        alert_rule_test: [
          {
            eval_time: "5m",
            alertname: "ServiceDown",
            exp_alerts: [
              {
                exp_labels: {
                  severity: "page",
                  team: "shop-team",
                  tier: "1",
                  service: "checkout",
                  environment: "prod",
                  namespace: "checkout",
                },
                exp_annotations: {
                  summary: "checkout is down: none of its replicas is ready",
                  description: "For three minutes no replica of checkout has been ready: nobody is answered.",
                  runbook_url: "https://wiki.example.com/checkout?for={{oncall}}",
                  dashboard_url: "https://grafana.example.com/d/checkout-149697c701026f",
                  portal_url: "https://fairlead.example.com/services/checkout",
                },
              },
            ],
          },
        ],
      },
    ],
  };
  expect(await promtool(["test", "rules", "tests.json"], { "rules.json": rules, "tests.json": tests })).toBe("");
});

describe("a boundary of whole seconds is found, however it is written", () => {
  const latency = { percentile: 99, under: "1s" };
  const inSeconds = rulesOf({
    ...input,
    service: { ...input.service, spec: { ...input.service.spec, slo: { latency } } },
  });
  const own = `namespace="checkout", job="checkout"`;
  const bucket = (boundary: string) => `http_server_request_duration_seconds_bucket{${own}, le="${boundary}"}`;
  const well = { ...healthyReplicas("checkout", "deployment"), ...healthyRequests("checkout") };

  test.each(["1", "1.0"])("as %s", async (written) => {
    const others = changed(well, { [bucket("1.0")]: undefined });
    const fires = ['ErrorBudgetBurnFast{slo="latency"}', 'ErrorBudgetBurnSlow{slo="latency"}'];
    const world = { ...others, [bucket(written)]: growing(PER_MINUTE / 2) };
    expect(await wrongIn(inSeconds, world, { at: "30m", fires })).toBe("");
  });
});
