import { expect, test } from "vitest";
import { goldenCases } from "../../testing/golden-case.ts";
import { type RenderInput, render } from "../index.ts";

const withDashboard = goldenCases().flatMap(({ name, input }) => {
  const text = dashboardIn(input);
  return text === undefined ? [] : [[name, input, text] as const];
});

function dashboardIn(input: RenderInput): string | undefined {
  const result = render(input);
  const objects = result.ok ? result.value.objects : [];
  const found = objects.find(({ metadata }) => metadata.name === `${input.service.metadata.name}-dashboard`);
  return found === undefined ? undefined : Object.values<string>(Object(found).data)[0];
}

test.each(withDashboard)("the dashboard of %s is JSON that Grafana takes, and small", (_, __, text) => {
  const { uid, panels } = JSON.parse(text);
  expect(uid).toMatch(/^[A-Za-z0-9_-]{1,40}$/);
  expect(panels.length).toBeGreaterThan(1);
  expect(panels.length).toBeLessThan(12);
  expect(text.length).toBeLessThan(8000);
});

test("its address stays, whatever changes, and is another one in another place", () => {
  const [, input] = withDashboard[0] ?? [];
  if (input === undefined) throw new Error("No golden case has a dashboard.");
  const uid = (changed: Partial<RenderInput>) => JSON.parse(dashboardIn({ ...input, ...changed }) ?? "{}").uid;
  const longest = "n".repeat(63);
  expect(uid({ refs: { ...input.refs, team: "other-team", tier: 4 } })).toBe(uid({}));
  const elsewhere = uid({ destination: { ...input.destination, namespace: longest } });
  expect(elsewhere).toHaveLength(40);
  expect(uid({ destination: { ...input.destination, cluster: "other", namespace: longest } })).not.toBe(elsewhere);
});
