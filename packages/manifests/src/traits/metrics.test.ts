import { expect, test } from "vitest";
import { goldenCases } from "../../testing/golden-case.ts";
import { type RenderInput, render } from "../index.ts";

function metered(): RenderInput {
  const found = goldenCases().find(({ name }) => name === "metrics-of-a-web-service");
  if (found === undefined) throw new Error("There is no such golden case.");
  return found.input;
}

/** The declaration with another metrics port, and without ports of its own: the template gives one. */
function withoutPorts(port: string): RenderInput {
  const input = metered();
  const { ports: _, ...spec } = input.service.spec;
  return { ...input, service: { ...input.service, spec: { ...spec, telemetry: { metrics: { port } } } } };
}

test("a port that only the template gives can be the one for metrics; one that nobody gives is refused", () => {
  expect(render(withoutPorts("http")).ok).toBe(true);
  const result = render(withoutPorts("metrics"));
  expect(result.ok ? [] : result.error.map(({ path }) => path)).toEqual(["spec.telemetry.metrics.port"]);
});

test("Prometheus in a namespace that the profile does not name is let in nowhere, and that is said", () => {
  const input = metered();
  const { monitoring: _, ...profile } = input.profile;
  const result = render({ ...input, profile });
  const gaps = result.ok ? result.value.gaps.map(({ what }) => what) : [];
  expect(gaps).toContain("Way in for Prometheus");
});
