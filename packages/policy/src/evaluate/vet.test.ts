// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are the texts under test
import type { KubernetesObject } from "@fairlead/domain";
import { describe, expect, test } from "vitest";
import { parseBinding, parsePolicy } from "../document/parse-policy.ts";
import type { Policy, PolicyBinding } from "../document/policy.ts";
import { compilePolicies } from "./compile-policies.ts";
import { toViolations } from "./to-violation.ts";
import { annotate, type VetContext, vet } from "./vet.ts";

const EVERYTHING = { apiGroups: ["*"], apiVersions: ["*"], operations: ["CREATE", "UPDATE"], resources: ["*"] };

function policyOf(spec: Record<string, unknown>, annotations: Record<string, string> = {}): Policy {
  const parsed = parsePolicy({
    apiVersion: "admissionregistration.k8s.io/v1",
    kind: "ValidatingAdmissionPolicy",
    metadata: { name: "fairlead-tested", annotations },
    spec: { matchConstraints: { resourceRules: [EVERYTHING] }, ...spec },
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

function bindingOf(spec: Record<string, unknown>): PolicyBinding {
  const parsed = parseBinding({
    apiVersion: "admissionregistration.k8s.io/v1",
    kind: "ValidatingAdmissionPolicyBinding",
    metadata: { name: "binding" },
    spec: { policyName: "fairlead-tested", validationActions: ["Deny"], ...spec },
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

function objectOf(
  kind: string,
  fields: Record<string, unknown> = {},
  labels: Record<string, string> = {},
): KubernetesObject {
  return { apiVersion: "v1", kind, metadata: { name: "thing", namespace: "shop", labels }, ...fields };
}

const configMap = objectOf("ConfigMap", { data: { a: "1" } }, { app: "x" });
const namespace = (labels: Record<string, string>): KubernetesObject => ({
  apiVersion: "v1",
  kind: "Namespace",
  metadata: { name: "shop", labels },
});

function messages(policy: Policy, object = configMap, context: VetContext = {}, bindings?: PolicyBinding[]): string[] {
  const compiled = compilePolicies([policy], bindings === undefined ? {} : { bindings });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  return vet([object], compiled.value, context).map(({ message }) => message);
}

const NO = { expression: "false", message: "No." };

describe("which objects a policy looks at", () => {
  const only = (rule: Record<string, unknown>) => ({
    matchConstraints: { resourceRules: [{ ...EVERYTHING, ...rule }] },
  });

  test.each([
    ["its resource", only({ resources: ["configmaps"] }), 1],
    ["another resource", only({ resources: ["secrets"] }), 0],
    ["its group", only({ apiGroups: [""] }), 1],
    ["another group", only({ apiGroups: ["apps"] }), 0],
    ["another version", only({ apiVersions: ["v2"] }), 0],
    ["another operation", only({ operations: ["DELETE"] }), 0],
    ["its scope", only({ scope: "Namespaced" }), 1],
    ["another scope", only({ scope: "Cluster" }), 0],
    ["another name", only({ resourceNames: ["other"] }), 0],
    [
      "what is excluded",
      {
        matchConstraints: {
          resourceRules: [EVERYTHING],
          excludeResourceRules: [{ ...EVERYTHING, resources: ["configmaps"] }],
        },
      },
      0,
    ],
    [
      "its labels",
      { matchConstraints: { resourceRules: [EVERYTHING], objectSelector: { matchLabels: { app: "x" } } } },
      1,
    ],
    [
      "other labels",
      {
        matchConstraints: {
          resourceRules: [EVERYTHING],
          objectSelector: { matchExpressions: [{ key: "app", operator: "NotIn", values: ["x"] }] },
        },
      },
      0,
    ],
  ])("%s", (_, spec, count) => {
    expect(messages(policyOf({ ...spec, validations: [NO] }))).toHaveLength(count);
  });

  test("the labels of its namespace, which may be among the objects", () => {
    const selector = { namespaceSelector: { matchLabels: { managed: "true" } } };
    const policy = policyOf({
      matchConstraints: { resourceRules: [{ ...EVERYTHING, resources: ["configmaps"] }], ...selector },
      validations: [NO],
    });
    expect(messages(policy)).toEqual([]);
    expect(messages(policy, configMap, { namespaces: [namespace({ managed: "true" })] })).toEqual(["No."]);
    const compiled = compilePolicies([policy]);
    const objects = [namespace({ managed: "true" }), configMap];
    expect(compiled.ok && vet(objects, compiled.value).map(({ object }) => object.kind)).toEqual(["ConfigMap"]);
  });

  test("a namespace by its own labels, and what lies outside of namespaces always", () => {
    const policy = policyOf({
      matchConstraints: { resourceRules: [EVERYTHING], namespaceSelector: { matchLabels: { managed: "true" } } },
      validations: [NO],
    });
    expect(messages(policy, namespace({}))).toEqual([]);
    expect(messages(policy, namespace({ managed: "true" }))).toEqual(["No."]);
    expect(messages(policy, { apiVersion: "v1", kind: "Node", metadata: { name: "n" } })).toEqual(["No."]);
  });

  test("never policies themselves", () => {
    const object = {
      apiVersion: "admissionregistration.k8s.io/v1",
      kind: "ValidatingAdmissionPolicy",
      metadata: { name: "p" },
    };
    expect(messages(policyOf({ validations: [NO] }), object)).toEqual([]);
  });

  test("only where all conditions hold; one that does not excuses whatever errors there are beside it", () => {
    const conditions = (...expressions: string[]) =>
      policyOf({
        matchConditions: expressions.map((expression, index) => ({ name: `c${index}`, expression })),
        validations: [NO],
      });
    expect(messages(conditions("true", "true"))).toEqual(["No."]);
    expect(messages(conditions("true", "false"))).toEqual([]);
    expect(messages(conditions("object.none == 1", "false"))).toEqual([]);
    expect(messages(conditions("object.none == 1", "true"))).toEqual([
      expect.stringContaining("c0 cannot be evaluated"),
    ]);
  });
});

describe("what expressions see", () => {
  test("the request, the namespace, the object with its defaults", () => {
    const expression = [
      "request.operation == 'CREATE'",
      "request.resource.resource == 'configmaps'",
      "request.namespace == 'shop'",
      "request.userInfo.username == 'ada'",
      "namespaceObject.metadata.labels.tier == '1'",
      "namespaceObject.metadata.labels['kubernetes.io/metadata.name'] == 'shop'",
      "oldObject == null",
      "object.data.a == '1'",
    ].join(" && ");
    const context = { namespaces: [namespace({ tier: "1" })], userInfo: { username: "ada" } };
    expect(messages(policyOf({ validations: [{ expression }] }), configMap, context)).toEqual([]);
  });

  test("an object that is there already makes it an update", () => {
    const expression = "request.operation == 'UPDATE' && oldObject.data.a == '0' && object.data.a == '1'";
    const existing = [objectOf("ConfigMap", { data: { a: "0" } })];
    expect(messages(policyOf({ validations: [{ expression }] }), configMap, { existing })).toEqual([]);
  });

  test("fields that are null are absent, as after the API server read them", () => {
    expect(
      messages(policyOf({ validations: [{ expression: "!has(object.data)" }] }), objectOf("ConfigMap", { data: null })),
    ).toEqual([]);
  });

  test("variables, evaluated only if asked for, and able to use those above", () => {
    const policy = policyOf({
      variables: [
        { name: "fails", expression: "object.none.at.all" },
        { name: "one", expression: "1" },
        { name: "two", expression: "variables.one + 1" },
      ],
      validations: [{ expression: "variables.two == 2 || variables.fails" }, { expression: "variables.fails == 1" }],
    });
    expect(messages(policy)).toEqual([expect.stringContaining("variable fails: No such key: none")]);
  });

  test("each parameter object in turn", () => {
    const policy = policyOf({
      paramKind: { apiVersion: "example.com/v1", kind: "Limit" },
      validations: [{ expression: "params.most > 2", messageExpression: "'most is ' + string(params.most)" }],
    });
    const limit = (name: string, most: number) => ({
      apiVersion: "example.com/v1",
      kind: "Limit",
      metadata: { name, labels: { a: "b" } },
      most,
    });
    const params = [limit("low", 1), limit("high", 5), limit("lower", 0)];
    const selector = { selector: { matchLabels: { a: "b" } }, parameterNotFoundAction: "Deny" };
    expect(messages(policy, configMap, { params }, [bindingOf({ paramRef: selector })])).toEqual([
      "most is 1",
      "most is 0",
    ]);
    const missing = (action: string) => [bindingOf({ paramRef: { name: "none", parameterNotFoundAction: action } })];
    expect(messages(policy, configMap, { params }, missing("Allow"))).toEqual([]);
    expect(messages(policy, configMap, { params }, missing("Deny"))).toEqual([expect.stringContaining("not there")]);
  });
});

describe("requests of other kinds", () => {
  const of = (rule: Record<string, unknown>, expression = "false") =>
    policyOf({
      matchConstraints: { resourceRules: [{ ...EVERYTHING, ...rule }] },
      validations: [{ expression, message: "No." }],
    });

  test("what is deleted is the old object, and there is no new one", () => {
    const policy = of(
      { operations: ["DELETE"] },
      "object == null && oldObject.data.a == '1' && request.operation == 'DELETE'",
    );
    expect(messages(of({ operations: ["DELETE"] }), configMap, { deleting: true })).toEqual(["No."]);
    expect(messages(policy, configMap, { deleting: true })).toEqual([]);
    expect(messages(policy)).toEqual([]);
  });

  test.each([
    ["configmaps", "", 1],
    ["configmaps", "status", 0],
    ["configmaps/status", "status", 1],
    ["configmaps/*", "", 1],
    ["configmaps/*", "status", 1],
    ["*", "status", 0],
    ["*/*", "status", 1],
    ["*/status", "status", 1],
    ["*/status", "scale", 0],
  ])("a rule for %s and the subresource '%s'", (resource, subresource, count) => {
    expect(messages(of({ resources: [resource] }), configMap, { subresource })).toHaveLength(count);
  });

  test("conditions do not see the namespace, and a namespace's request names it", () => {
    const policy = policyOf({
      matchConditions: [{ name: "none", expression: "namespaceObject == null" }],
      validations: [{ expression: "namespaceObject == null", message: "Seen." }],
    });
    expect(messages(policy)).toEqual(["Seen."]);
    expect(messages(of({}, "request.namespace == 'shop'"), namespace({}))).toEqual([]);
  });
});

describe("audit annotations", () => {
  const annotated = (valueExpression: string, failurePolicy = "Fail") =>
    policyOf({ failurePolicy, auditAnnotations: [{ key: "k", valueExpression }] });
  const of = (policy: Policy) => {
    const bindings = [bindingOf({ validationActions: ["Audit"] })];
    const compiled = compilePolicies([policy], { bindings });
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
    return {
      annotations: annotate([configMap], compiled.value).map(({ key, value }) => `${key}=${value}`),
      verdicts: vet([configMap], compiled.value).map(({ message, actions }) => [message, ...actions]),
    };
  };

  test("say what the policy writes down; empty texts and null are left out", () => {
    expect(of(annotated("' ' + object.data.a"))).toEqual({ annotations: ["fairlead-tested/k=1"], verdicts: [] });
    expect(of(annotated("' '")).annotations).toEqual([]);
    expect(of(annotated("null")).annotations).toEqual([]);
  });

  test("that fail refuse the object, even where the binding only audits, unless failures are ignored", () => {
    const failing = [["The audit annotation k fails: No such key: none.", "Deny"]];
    expect(of(annotated("string(object.none)")).verdicts).toEqual(failing);
    expect(of(annotated("string(object.none)", "Ignore")).verdicts).toEqual([]);
  });
});

describe("what comes out", () => {
  test("an expression that fails is a verdict, or nothing, by failurePolicy", () => {
    const failing = [{ expression: "object.none == 1", message: "m" }];
    expect(messages(policyOf({ validations: failing }))).toEqual([
      "expression 'object.none == 1' resulted in error: No such key: none",
    ]);
    expect(messages(policyOf({ validations: failing, failurePolicy: "Ignore" }))).toEqual([]);
  });

  test("an expression that costs too much is a verdict", () => {
    const list = Array.from({ length: 200 }, (_, index) => `k${index}`);
    const object = objectOf("ConfigMap", { data: Object.fromEntries(list.map((key) => [key, "v"])) });
    const expression = "object.data.all(a, object.data.all(b, object.data.all(c, a + b + c != '')))";
    expect(messages(policyOf({ validations: [{ expression }] }), object)).toEqual([
      expect.stringContaining("takes too long"),
    ]);
  });

  test.each([
    [
      "computed",
      { expression: "false", message: "fixed", messageExpression: "'computed ' + object.metadata.name" },
      "computed thing",
    ],
    [
      "fixed where computing fails",
      { expression: "false", message: "fixed", messageExpression: "string(object.none)" },
      "fixed",
    ],
    [
      "fixed where the computed one has lines",
      { expression: "false", message: "fixed", messageExpression: "'a\\nb'" },
      "fixed",
    ],
    ["the expression where there is none", { expression: " false " }, "failed expression: false"],
  ])("the message is %s", (_, validation, message) => {
    expect(messages(policyOf({ validations: [validation] }))).toEqual([message]);
  });

  test("violations for people: severity by what the binding does, place and fix filled in, audits as notes", () => {
    const policy = policyOf(
      { variables: [{ name: "least", expression: "3" }], validations: [NO] },
      {
        "policies.fairlead.dev/remedy": "Do it.",
        "policies.fairlead.dev/path": "spec.env.${object.metadata.name}",
        "policies.fairlead.dev/fix":
          '{"label": "Take ${variables.least}", "patch": {"scale": {"min": "${variables.least}"}}}',
      },
    );
    const actions = (...validationActions: string[]) => {
      const compiled = compilePolicies([policy], { bindings: [bindingOf({ validationActions })] });
      return compiled.ok ? toViolations(vet([configMap], compiled.value)) : [];
    };
    expect(actions("Deny", "Audit")).toEqual([
      {
        path: "spec.env.thing",
        reason: "No.",
        remedy: "Do it.",
        severity: "error",
        policy: "tested",
        object: "ConfigMap/thing",
        fix: { label: "Take 3", patch: { scale: { min: 3 } } },
      },
    ]);
    expect(actions("Warn")).toMatchObject([{ severity: "warning" }]);
    expect(actions("Audit")).toMatchObject([{ severity: "note" }]);
  });

  test("a hint that cannot be filled in is left out", () => {
    const policy = policyOf(
      { validations: [NO] },
      {
        "policies.fairlead.dev/path": "spec.env.${object.none}",
        "policies.fairlead.dev/fix": '{"label": "l", "patch": {"a": "${object.none}"}}',
      },
    );
    const compiled = compilePolicies([policy]);
    const [verdict] = compiled.ok ? vet([configMap], compiled.value) : [];
    expect(verdict?.path).toBe("spec.env");
    expect(verdict?.fix).toBeUndefined();
  });
});
