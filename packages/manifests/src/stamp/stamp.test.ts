import { expect, test } from "vitest";
import { goldenCases } from "../../testing/golden-case.ts";
import { render, stamp } from "../index.ts";

test("marks the workload and the namespace with the release, and never a pod", () => {
  const [first] = goldenCases();
  const result = first === undefined ? undefined : render(first.input);
  if (!result?.ok) throw new Error("the first case cannot be rendered");
  const before = JSON.stringify(result.value);
  const stamped = stamp(result.value, { release: "checkout-12" });
  const marked = [...stamped.guarded, ...stamped.objects]
    .filter(({ metadata }) => metadata.annotations?.["fairlead.dev/release"] === "checkout-12")
    .map(({ kind }) => kind);
  expect(marked).toEqual(["Namespace", "Deployment"]);
  const pods = stamped.objects.flatMap(({ kind, spec }) => (kind === "Deployment" ? [JSON.stringify(spec)] : []));
  expect(pods.join()).not.toContain("checkout-12");
  expect(JSON.stringify(result.value)).toBe(before);
});
