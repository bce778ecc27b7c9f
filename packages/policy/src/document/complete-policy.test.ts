import { describe, expect, test } from "vitest";
import { completePolicy } from "./complete-policy.ts";
import { parsePolicy } from "./parse-policy.ts";

const brief = (subject: string, spec: Record<string, unknown> = {}) => ({
  apiVersion: "admissionregistration.k8s.io/v1",
  kind: "ValidatingAdmissionPolicy",
  metadata: { name: "fairlead-tested", annotations: { "policies.fairlead.dev/subject": subject, other: "kept" } },
  spec: { validations: [{ expression: "variables.podSpec.hostNetwork == false\n", message: "No." }], ...spec },
});

function completed(value: unknown) {
  const policy = parsePolicy(completePolicy(value));
  if (!policy.ok) throw new Error(JSON.stringify(policy.error));
  return policy.value.spec;
}

describe("a brief policy stands for a whole one", () => {
  test("with the kinds, conditions and variables of its subject, in managed namespaces only", () => {
    const spec = completed(brief("pods"));
    const resources = spec.matchConstraints.resourceRules?.flatMap((rule) => rule.resources);
    expect(resources).toEqual([
      "pods",
      "pods/ephemeralcontainers",
      "deployments",
      "statefulsets",
      "daemonsets",
      "jobs",
      "cronjobs",
    ]);
    expect(spec.failurePolicy).toBe("Fail");
    expect(spec.matchConditions.map(({ name }) => name)).toEqual(["changes-pods", "not-of-a-cron-job"]);
    expect(spec.variables.map(({ name }) => name)).toEqual(["managed", "podSpec", "containers"]);
    expect(spec.validations).toEqual([
      {
        expression: "!variables.managed || (variables.podSpec.hostNetwork == false)",
        message: "No.",
        reason: "Forbidden",
      },
    ]);
  });

  test("what it says itself wins, under the same name", () => {
    const own = { name: "changes-pods", expression: "true" };
    const constraints = {
      resourceRules: [{ apiGroups: [""], apiVersions: ["v1"], operations: ["CREATE"], resources: ["pods"] }],
    };
    const spec = completed(
      brief("pods", { matchConstraints: constraints, matchConditions: [own], failurePolicy: "Ignore" }),
    );
    expect(spec.matchConstraints).toEqual(constraints);
    expect(spec.matchConditions.filter(({ name }) => name === own.name)).toEqual([own]);
    expect(spec.failurePolicy).toBe("Ignore");
  });

  test("the mark goes, other annotations stay", () => {
    expect(completePolicy(brief("pods"))).toMatchObject({ metadata: { annotations: { other: "kept" } } });
    expect(JSON.stringify(completePolicy(brief("pods")))).not.toContain("policies.fairlead.dev/subject");
  });

  test("a whole one comes back as it is, also one that was completed before", () => {
    const whole = completePolicy(brief("pods"));
    expect(completePolicy(whole)).toBe(whole);
    expect(completePolicy("anything")).toBe("anything");
  });
});

test("a policy with an unknown subject, or one that nobody completed, is refused", () => {
  const reasons = (value: unknown) => {
    const policy = parsePolicy(value);
    return policy.ok ? [] : policy.error.map(({ path, reason }) => `${path}: ${reason}`);
  };
  const constraints = {
    matchConstraints: {
      resourceRules: [{ apiGroups: [""], apiVersions: ["v1"], operations: ["CREATE"], resources: ["pods"] }],
    },
  };
  expect(reasons(completePolicy(brief("nodes", constraints)))).toEqual([
    expect.stringContaining("Complete the document"),
  ]);
  expect(reasons(brief("pods", constraints))).toEqual([expect.stringContaining("Complete the document")]);
});
