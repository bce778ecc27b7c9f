import { expect, test } from "vitest";
import { goldenCases } from "../../testing/golden-case.ts";
import { type Rendering, render, stamp } from "../index.ts";

function rendering(name: string): Rendering {
  const found = goldenCases().find((each) => each.name === name);
  const result = found === undefined ? undefined : render(found.input);
  if (!result?.ok) throw new Error(`${name} cannot be rendered`);
  return result.value;
}

test("marks the workload and the namespace with the release, and never a pod", () => {
  const given = rendering("worker-in-prod");
  const before = JSON.stringify(given);
  const stamped = stamp(given, { release: "checkout-12" });
  const marked = [...stamped.guarded, ...stamped.objects]
    .filter(({ metadata }) => metadata.annotations?.["fairlead.dev/release"] === "checkout-12")
    .map(({ kind }) => kind);
  expect(marked).toEqual(["Namespace", "Deployment"]);
  const pods = stamped.objects.flatMap(({ kind, spec }) => (kind === "Deployment" ? [JSON.stringify(spec)] : []));
  expect(pods.join()).not.toContain("checkout-12");
  expect(JSON.stringify(given)).toBe(before);
});

test("a Job is named by its release, since it cannot be changed", () => {
  const { objects } = stamp(rendering("job-once"), { release: "reindex-7" });
  expect(objects.filter(({ kind }) => kind === "Job").map(({ metadata }) => metadata.name)).toEqual(["reindex-7"]);
});

test("the step before a deploy is named by its attempt too, from the second on", () => {
  const names = (attempt: number) =>
    stamp(rendering("before-deploy"), { release: "orders-7", attempt })
      .objects.filter(({ kind }) => kind === "Job")
      .map(({ metadata }) => metadata.name);
  expect([names(1), names(2)]).toEqual([["orders-before-deploy-7"], ["orders-before-deploy-7-2"]]);
});
