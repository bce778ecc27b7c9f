import type { KubernetesObject } from "@fairlead/domain";
import { expect, test } from "vitest";
import { parsePolicy } from "../document/parse-policy.ts";
import { compilePolicies } from "./compile-policies.ts";
import { vet } from "./vet.ts";

const CONFIG_MAP = {
  resourceRules: [{ apiGroups: [""], apiVersions: ["v1"], operations: ["CREATE"], resources: ["configmaps"] }],
};
const PARAMS = { apiVersion: "v1", kind: "ConfigMap" };

function policy(name: string, spec: Record<string, unknown>) {
  const parsed = parsePolicy({
    apiVersion: "admissionregistration.k8s.io/v1",
    kind: "ValidatingAdmissionPolicy",
    metadata: { name },
    spec: { matchConstraints: CONFIG_MAP, ...spec },
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

const object = (name: string, a: string): KubernetesObject => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name, namespace: "default" },
  data: { a },
});

function compiled(...policies: ReturnType<typeof policy>[]) {
  const result = compilePolicies(policies);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const says = (name: string, variables: Record<string, string>, more: Record<string, unknown> = {}) =>
  policy(name, {
    variables: Object.entries(variables).map(([variable, expression]) => ({ name: variable, expression })),
    validations: [{ expression: "false", messageExpression: "string(variables.last)" }],
    ...more,
  });

test("what is said in the same words is shared only where it means the same", () => {
  const set = compiled(
    says("one", { first: "object.data.a", last: "variables.first + '!'" }),
    says("same", { first: "object.data.a", last: "variables.first + '!'" }),
    says("other", { first: "object.metadata.name", last: "variables.first + '!'" }),
  );
  const [one, same, other] = set.policies.map(({ variables }) => variables.map(({ share }) => share));
  expect(same).toEqual(one);
  expect(other?.[1]).not.toBe(one?.[1]);
  const messages = vet([object("x", "1"), object("y", "2")], set).map(({ message }) => message);
  expect(messages).toEqual(["1!", "1!", "x!", "2!", "2!", "y!"]);
});

test("a condition sees no namespace, and is not shared with a variable of the same words", () => {
  const expression = "namespaceObject == null";
  const set = compiled(
    says("asked", { last: expression }, { matchConditions: [{ name: "none", expression }] }),
    says("told", { last: expression }),
  );
  expect(vet([object("x", "1")], set).map(({ message }) => message)).toEqual(["false", "false"]);
});

test("what asks parameters is asked for each of them", () => {
  const set = compilePolicies([says("with-params", { last: "params.data.a" }, { paramKind: PARAMS })], {
    bindings: [
      {
        name: "all",
        spec: {
          policyName: "with-params",
          validationActions: ["Deny"],
          paramRef: { selector: {}, parameterNotFoundAction: "Deny" },
        },
      },
    ],
  });
  if (!set.ok) throw new Error(JSON.stringify(set.error));
  const params = [object("p", "5"), object("q", "6")];
  expect(vet([object("x", "1")], set.value, { params }).map(({ message }) => message)).toEqual(["5", "6"]);
});

test("an expression that fails, fails for everybody who says it", () => {
  const set = compiled(says("one", { last: "object.data.none" }), says("two", { last: "object.data.none" }));
  const errors = compiled(
    policy("one", {
      variables: [{ name: "v", expression: "object.data.none" }],
      validations: [{ expression: "variables.v == ''" }],
    }),
    policy("two", {
      variables: [{ name: "v", expression: "object.data.none" }],
      validations: [{ expression: "variables.v == ''" }],
    }),
  );
  expect(vet([object("x", "1")], set).map(({ outcome }) => outcome)).toEqual(["denied", "denied"]);
  expect(vet([object("x", "1")], errors).map(({ outcome }) => outcome)).toEqual(["error", "error"]);
});
