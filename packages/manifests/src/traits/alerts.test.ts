import type { Tier } from "@fairlead/domain";
import { describe, expect, test } from "vitest";
import { goldenCases } from "../../testing/golden-case.ts";
import { type RenderInput, render } from "../index.ts";
import { alertsIn } from "../summary/alerts-in.ts";

const cases = new Map(goldenCases().map(({ name, input }) => [name, input]));

function inputOf(name: string): RenderInput {
  const input = cases.get(name);
  if (input === undefined) throw new Error(`There is no golden case ${name}.`);
  return input;
}

const METERED = inputOf("metrics-of-a-web-service");

function withSpec(input: RenderInput, spec: Partial<RenderInput["service"]["spec"]>): RenderInput {
  return { ...input, service: { ...input.service, spec: { ...input.service.spec, ...spec } } };
}

function ruleOf(input: RenderInput) {
  const result = render(input);
  return result.ok ? result.value.objects.find(({ kind }) => kind === "PrometheusRule") : undefined;
}

function waking(input: RenderInput): string[] {
  const alerts = alertsIn(ruleOf(input)?.spec).filter(({ wakes }) => wakes);
  return [...new Set(alerts.map(({ name }) => name))];
}

function gapsOf(input: RenderInput): string[] {
  const result = render(input);
  return result.ok ? result.value.gaps.map(({ what, because }) => `${what}: ${because}`) : [];
}

describe("who is woken", () => {
  const ofTier = (tier: Tier) => ({ ...METERED, refs: { ...METERED.refs, tier } });

  test.each([1, 2] as const)("tier %i: by what people notice, in production", (tier) => {
    expect(waking(ofTier(tier))).toEqual(["ServiceDown", "ErrorBudgetBurnFast"]);
  });

  test.each([3, 4] as const)("tier %i: nobody", (tier) => {
    expect(waking(ofTier(tier))).toEqual([]);
  });

  test("outside production: nobody, whatever the tier", () => {
    expect(waking({ ...METERED, environment: inputOf("metrics-of-a-worker").environment })).toEqual([]);
  });
});

test("a reorganisation changes who is told, and begins no budget anew", () => {
  const text = (team: string) => JSON.stringify(ruleOf({ ...METERED, refs: { ...METERED.refs, team } }));
  const recordings = (team: string) => text(team).match(/\{"record":.*?\}\}?/g);
  expect(text("new-team")).toContain('"team":"new-team"');
  expect(recordings("new-team")).toEqual(recordings("old-team"));
});

describe("a service level that cannot be measured is said", () => {
  const latency = (under: string) => withSpec(METERED, { slo: { latency: { percentile: 99, under } } });

  test.each([
    ["600ms", "Choose 500ms or 750ms."],
    ["1ms", "Choose 5ms."],
    ["20s", "Choose 10s."],
  ])("%s is no boundary of the histogram", (under, remedy) => {
    const result = render(latency(under));
    expect(result.ok ? [] : result.error.map((violation) => [violation.path, violation.remedy])).toEqual([
      ["spec.slo.latency.under", remedy],
    ]);
  });

  test.each(["500ms", "1s", "2500ms"])("%s is one", (under) => {
    expect(render(latency(under)).ok).toBe(true);
  });

  test("without metrics, or where the template names none", () => {
    const { telemetry: _, ...unmetered } = METERED.service.spec;
    const gaps = gapsOf({ ...METERED, service: { ...METERED.service, spec: unmetered } });
    expect(gaps).toEqual([
      "Alerts for 99.9 % availability: no metrics are declared",
      "Alerts for 99 % within 500ms: no metrics are declared",
    ]);
    expect(gapsOf(inputOf("metrics-of-a-worker"))).toEqual([
      "Alerts for 99 % availability: the template worker@1.0.0 names no metrics that count requests and failures",
    ]);
  });

  test("a promise so low that no outage breaks it fast", () => {
    const low = withSpec(METERED, { slo: { availability: 80 } });
    expect(gapsOf(low).map((gap) => gap.split(":")[0])).toEqual(["Urgent alert for 80 % availability"]);
    expect(waking(low)).toEqual(["ServiceDown"]);
  });
});

test("an address in an annotation stays what it is, though Prometheus reads templates there", () => {
  expect(JSON.stringify(ruleOf(METERED))).toContain('checkout?for={{ \\"{{\\" }}oncall}}');
});

test("without an operator nobody is told, and that is said once", () => {
  const bare = { ...METERED, profile: inputOf("web-service-in-dev").profile };
  expect(gapsOf(bare).filter((gap) => gap.startsWith("Alerts"))).toEqual([
    "Alerts: prod-eu has no Prometheus operator",
  ]);
});
