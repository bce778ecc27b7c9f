import { describe, expect, test } from "vitest";
import { parsePolicy } from "../document/parse-policy.ts";
import { compilePolicies } from "./compile-policies.ts";

const RULE = { apiGroups: [""], apiVersions: ["v1"], operations: ["CREATE"], resources: ["pods"] };

const document = (spec: Record<string, unknown>, annotations: Record<string, string> = {}) => ({
  apiVersion: "admissionregistration.k8s.io/v1",
  kind: "ValidatingAdmissionPolicy",
  metadata: { name: "fairlead-tested", annotations },
  spec: { matchConstraints: { resourceRules: [RULE] }, validations: [{ expression: "true" }], ...spec },
});

function problems(spec: Record<string, unknown>, annotations: Record<string, string> = {}): string[] {
  const parsed = parsePolicy(document(spec, annotations));
  const result = parsed.ok ? compilePolicies([parsed.value]) : parsed;
  return result.ok ? [] : result.error.map(({ path, reason }) => `${path}: ${reason}`);
}

describe("what is wrong with a policy is told before it is used", () => {
  test.each([
    ["a field that does not exist", { validation: [] }, /Unrecognized key: "validation"/],
    ["a wrong failurePolicy", { failurePolicy: "fail" }, /^spec\.failurePolicy/],
    [
      "a rule without resources",
      {
        matchConstraints: {
          resourceRules: [{ ...RULE, resources: [] }],
        },
      },
      /^spec\.matchConstraints\.resourceRules\[0\]\.resources/,
    ],
    ["no rule at all", { matchConstraints: {} }, /resourceRules/],
    ["nothing to check", { validations: [] }, /It checks nothing/],
    ["a message of two lines", { validations: [{ expression: "true", message: "a\nb" }] }, /must be one line/],
    ["an empty expression", { validations: [{ expression: " " }] }, /It is empty/],
    [
      "two conditions of one name",
      {
        matchConditions: [
          { name: "a", expression: "true" },
          { name: "a", expression: "true" },
        ],
      },
      /the same name/,
    ],
    ["a variable that is no word", { variables: [{ name: "a-b", expression: "1" }] }, /must be a word/],
    [
      "a condition that names a variable",
      { matchConditions: [{ name: "a", expression: "variables.b" }] },
      /No variable/,
    ],
    ["parameters without their kind", { validations: [{ expression: "params.a == 1" }] }, /Unknown variable: params/],
    ["a message that is no text", { validations: [{ expression: "true", messageExpression: "1" }] }, /It gives int/],
    [
      "a message that asks who may do what",
      {
        validations: [{ expression: "true", messageExpression: "authorizer.path('/').check('get').reason()" }],
      },
      /cannot ask/,
    ],
    [
      "an audit annotation that is no text",
      { auditAnnotations: [{ key: "k", valueExpression: "1" }] },
      /It gives int, and must give a text or null/,
    ],
    [
      "an expression that is none",
      { validations: [{ expression: "object." }] },
      /^spec\.validations\[0\]\.expression: /,
    ],
    ["an expression of another type", { validations: [{ expression: "'text'" }] }, /It gives string/],
    [
      "a message that does not compile",
      { validations: [{ expression: "true", messageExpression: "nothing.x" }] },
      /^spec\.validations\[0\]\.messageExpression: Unknown variable: nothing/,
    ],
    [
      "a variable that does not exist",
      { validations: [{ expression: "variables.a" }] },
      /No variable above is called a/,
    ],
    [
      "a variable that uses itself",
      { variables: [{ name: "a", expression: "variables.a" }] },
      /No variable above is called a/,
    ],
    [
      "a variable that uses a later one",
      {
        variables: [
          { name: "a", expression: "variables.b" },
          { name: "b", expression: "1" },
        ],
      },
      /No variable above is called b/,
    ],
    [
      "an audit annotation that does not compile",
      { auditAnnotations: [{ key: "k", valueExpression: "1 +" }] },
      /^spec\.auditAnnotations\[0\]/,
    ],
  ])("%s", (_, spec, words) => {
    expect(problems(spec)).toEqual([expect.stringMatching(words)]);
  });

  test.each([
    ["an unknown severity", { "policies.fairlead.dev/severity": "urgent" }, /severity/],
    ["a fix that is not JSON", { "policies.fairlead.dev/fix": "{" }, /not JSON/],
    ["a fix without a label", { "policies.fairlead.dev/fix": '{"patch": {}}' }, /label/],
  ])("%s", (_, annotations, words) => {
    expect(problems({}, annotations)).toEqual([expect.stringMatching(words)]);
  });

  test("all mistakes of all policies at once", () => {
    expect(problems({ validations: [{ expression: "a" }, { expression: "b" }] })).toHaveLength(2);
  });
});

test("what asks who may do what is left out, and named", () => {
  const parsed = parsePolicy(
    document({
      variables: [{ name: "admin", expression: "authorizer.group('a').resource('b').check('c').allowed()" }],
      validations: [{ expression: "variables.admin" }],
    }),
  );
  const result = parsed.ok ? compilePolicies([parsed.value]) : parsed;
  expect(result).toMatchObject({ ok: true, value: { policies: [], leftOut: [{ policy: "tested" }] } });
});

test("without a binding a policy does nothing in a cluster; here those of low severity warn and the others deny", () => {
  const actions = (severity: string, bindings?: []) => {
    const parsed = parsePolicy(document({}, { "policies.fairlead.dev/severity": severity }));
    const result = parsed.ok ? compilePolicies([parsed.value], bindings === undefined ? {} : { bindings }) : parsed;
    return result.ok
      ? result.value.policies.flatMap(({ bindings: bound }) => bound.flatMap(({ spec }) => spec.validationActions))
      : [];
  };
  expect(actions("high")).toEqual(["Deny"]);
  expect(actions("low")).toEqual(["Warn"]);
  expect(actions("high", [])).toEqual([]);
});

test("only what the version before knows too is taken: the cluster may be rolled back", () => {
  const taken = (kubernetesMinor: number) => {
    const parsed = parsePolicy(
      document({ validations: [{ expression: "object.metadata.finalizers.distinct().size() < 9" }] }),
    );
    return parsed.ok && compilePolicies([parsed.value], { kubernetesMinor }).ok;
  };
  expect([33, 34, 35, 36].map(taken)).toEqual([false, false, true, true]);
});
