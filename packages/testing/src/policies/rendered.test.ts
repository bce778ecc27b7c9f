import { createHash } from "node:crypto";
import { excuse, policyJudge } from "@fairlead/application";
import { loadLibrary } from "@fairlead/library";
import { render } from "@fairlead/manifests";
import { describe, expect, test } from "vitest";
import { goldenCases } from "../../../manifests/testing/golden-case.ts";

const judge = policyJudge(loadLibrary().policies, (text) => createHash("sha256").update(text).digest("hex"));
const cases = goldenCases();

/** What declarations of golden cases break on purpose: they show a trait, not a service that may go to production. */
const BROKEN: Readonly<Record<string, readonly string[]>> = {
  // Two replicas in tier 1.
  "metrics-of-a-web-service": ["availability-minimum HorizontalPodAutoscaler/checkout"],
  // A port, and no health.
  "metrics-of-a-worker": ["probes-present Deployment/mailer", "probes-present Deployment/mailer"],
};

describe("what is rendered keeps every policy of the library, but for what a declaration breaks by itself", () => {
  test.each(cases.map(({ name, input }) => [name, input] as const))("%s", (name, input) => {
    const rendered = render(input);
    if (!rendered.ok) return;
    const { guarded, objects } = rendered.value;
    const [namespace] = guarded;
    if (namespace === undefined) throw new Error("There is no namespace.");
    const found = judge.vet([...guarded, ...objects], namespace).violations;
    // What an exception changes, it lets off as well: neither more nor less.
    const violations = excuse(found, input.exceptions).filter(({ exception }) => exception === undefined);
    expect(violations.map(({ policy, object }) => `${policy} ${object}`)).toEqual(BROKEN[name] ?? []);
  });

  test("what is named is there", () => {
    expect(cases.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(BROKEN)));
  });
});
