import { compilePolicies, parsePolicy } from "@fairlead/policy";
import { expect, inject, test } from "vitest";
import { clusterAdmin } from "../../integration/cluster-admin.ts";

const admin = clusterAdmin(inject("clusters")[0]?.kubeconfigPath ?? "");

/** Each is what a policy asks for; `isSet`, `name` and `any` are its variables. */
const EXPRESSIONS = [
  "object.spec.hostNetwork == true",
  "object.spec.hostNetwork",
  "object['spec']['hostNetwork']",
  "!object.spec.hostNetwork",
  "object.spec.hostNetwork || false",
  "object.spec.replicas > 1 ? object.spec.hostNetwork : true",
  "true ? false : true",
  "object.spec.?hostNetwork",
  "object.spec.?hostNetwork.orValue(false)",
  "object.spec.?hostNetwork.orValue(false) == false",
  "object.?spec.hasValue()",
  "object.spec.containers.all(c, c.image != '')",
  "object.spec.containers.exists(c, c.privileged)",
  "object.spec.containers.map(c, c.privileged)[0]",
  "object.spec.containers.filter(c, c.privileged)",
  "object.spec.containers[0].privileged",
  "object.metadata.name",
  "object.metadata.name.startsWith('a')",
  "size(object.spec.containers) > 0",
  "size(object.spec.containers)",
  "dyn(true)",
  "bool('true')",
  "[true][0]",
  "{'a': true}.a",
  "{'a': true}['a']",
  "has(object.spec.hostNetwork)",
  "'a' in object.metadata.labels",
  "cel.bind(x, object.spec, x.hostNetwork)",
  "cel.bind(x, true, x)",
  "variables.isSet",
  "variables.name",
  "variables.any",
  "variables.any == true",
  "variables.isSet ? variables.any : true",
  "variables.isSet ? variables.isSet : true",
  "variables.missing",
  "oldObject == null || oldObject.spec.hostNetwork",
  "oldObject == null",
  "oldObject",
  "params.enabled",
  "request.operation == 'CREATE'",
  "request.operation",
  "request.dryRun",
  "request.operaton == 'CREATE'",
  "request.userInfo.username == 'a'",
  "request.userInfo.user == 'a'",
  "request.userInfo.groups.exists(g, g == 'a')",
  "request.userInfo.extra['a'].exists(g, g == 'a')",
  "request.kind.group == ''",
  "request.kind.kin == ''",
  "request.resource.resource == 'pods'",
  "request.options.dryRun",
  "request.operation == 1",
  "request.dryRun == 'a'",
  "namespaceObject.metadata.name == 'a'",
  "namespaceObject.metadata.nam == 'a'",
  "namespaceObject.metadata.labels['a'] == 'b'",
  "namespaceObject.spec.finalizers.exists(f, f == 'a')",
  "namespaceObject.status.phase == 'Active'",
  "namespaceObject.data",
  "namespaceObject == null",
  "1 == 'a'",
  "1 + 1",
  "1.0 == 1",
  "object.spec.replicas == 1.0",
  "1 < 1.0",
  "'a' + 1 == 'a1'",
  "[1, 'a'].size() > 0",
  "[object.a, 'a'].size() > 0",
  "quantity('1Gi').isGreaterThan(quantity('1Mi'))",
  "quantity(object.a).isGreaterThan(1)",
  "object.a.matches('[')",
  "object.a.matches('a(')",
  "'a'.matches('(?=a)')",
  "unknown(object)",
  "thing == 1",
  "object.spec.containers.all(c, c)",
  "object.spec.containers.exists_one(c, c.a == 1)",
  "object.spec.containers.map(c, c.a).exists(a, a)",
  "type(object) == map",
  "object.a.b.c.d == null",
  "authorizer.group('a').resource('b').check('c').allowed()",
  "authorizer.group('a').resource('b').check('c')",
  "int(object.a) == 1",
  "string(object.a) == 'a'",
  "object.a.lowerAscii() == 'a'",
  "object.a.split(',')[0] == 'a'",
  "object.a.split(',')[0] == 1",
  "object.a.find('[0-9]') == ''",
  "object.a in ['a', 'b']",
  "ip('127.0.0.1').isLoopback()",
  "isIP(object.a)",
  "url(object.a).getHost() == 'a'",
  "format.dns1123Label().validate(object.a).hasValue()",
  "[1, 2].sum() == 3",
  "object.list.sum() == 3",
  "optional.none().orValue(true)",
  "optional.of(true).orValue(false)",
  "optional.of(true).value()",
  "object.?a.value()",
  "duration('1h') > duration('1m')",
  "timestamp(object.a) < timestamp('2024-01-01T00:00:00Z')",
] as const;

const FINE = { expression: "true", message: "no" };
const PLACES: Record<string, (expression: string) => object> = {
  "what it asks for": (expression) => ({ validations: [{ ...FINE, expression }] }),
  "its message": (messageExpression) => ({ validations: [{ ...FINE, messageExpression }] }),
  "when it looks": (expression) => ({ matchConditions: [{ name: "tested", expression }] }),
  "what it notes": (valueExpression) => ({ auditAnnotations: [{ key: "tested", valueExpression }] }),
  "a variable": (expression) => ({ lastly: expression }),
};

function policyOf(part: object) {
  const { lastly, ...spec } = { lastly: undefined, ...part };
  return {
    apiVersion: "admissionregistration.k8s.io/v1",
    kind: "ValidatingAdmissionPolicy",
    metadata: { name: "compile-parity" },
    spec: {
      failurePolicy: "Fail",
      matchConstraints: {
        resourceRules: [{ apiGroups: [""], apiVersions: ["v1"], resources: ["pods"], operations: ["CREATE"] }],
      },
      variables: [
        { name: "isSet", expression: "has(object.spec.hostNetwork)" },
        { name: "name", expression: "'a'" },
        { name: "any", expression: "object.spec.hostNetwork" },
        ...(lastly === undefined ? [] : [{ name: "tested", expression: lastly }]),
      ],
      validations: [FINE],
      ...spec,
    },
  };
}

test.each(Object.entries(PLACES))(
  "compiles here what compiles in the API server, and nothing else: %s",
  async (_, place) => {
    const path = "/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicies?dryRun=All";
    const here: Record<string, string> = {};
    const there: Record<string, string> = {};
    for (const expression of EXPRESSIONS) {
      const policy = policyOf(place(expression));
      const parsed = parsePolicy(policy);
      here[expression] = parsed.ok && compilePolicies([parsed.value]).ok ? "compiles" : "refused";
      const { status } = await admin("POST", path, policy);
      there[expression] = status < 300 ? "compiles" : "refused";
    }
    expect(new Set(Object.values(there))).toEqual(new Set(["compiles", "refused"]));
    expect(here).toEqual(there);
  },
);
