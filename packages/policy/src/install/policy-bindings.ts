import type { Policy, PolicyBinding } from "../document/policy.ts";
import type { MatchResources, PolicySpec, ResourceRule, ValidationAction } from "../document/policy-document-schema.ts";
import type { PolicyStage } from "../stage/policy-stage.ts";

/** The label of a namespace in which a policy is not held: an exception, for as long as it is there. */
export function exceptionLabel(policy: string): string {
  return `exceptions.fairlead.dev/${policy}`;
}

// Warn beside Deny is refused by the API server; beside Audit it is not.
// https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/#validation-actions
const ACTIONS = {
  audit: ["Audit"],
  warn: ["Warn", "Audit"],
  deny: ["Deny"],
} as const satisfies Record<PolicyStage, readonly ValidationAction[]>;

/** Pods themselves are only audited: whatever makes them was judged, and Pod Security guards the others. */
const PODS: ResourceRule = {
  apiGroups: [""],
  apiVersions: ["v1"],
  operations: ["CREATE", "UPDATE"],
  resources: ["pods", "pods/ephemeralcontainers"],
  scope: "*",
};

/** What puts a policy into effect at a stage: in managed namespaces without an exception from it, and nowhere else. */
export function policyBindings(
  { id, name, spec }: Pick<Policy, "id" | "name" | "spec">,
  stage: PolicyStage,
): PolicyBinding[] {
  const where: MatchResources = {
    matchPolicy: "Equivalent",
    namespaceSelector: {
      matchLabels: { "fairlead.dev/managed": "true" },
      matchExpressions: [{ key: exceptionLabel(id), operator: "DoesNotExist" }],
    },
    objectSelector: {},
  };
  const bind = (
    suffix: string,
    actions: readonly ValidationAction[],
    rules: Partial<MatchResources>,
  ): PolicyBinding => ({
    name: `${name}${suffix}`,
    spec: { policyName: name, validationActions: [...actions], matchResources: { ...where, ...rules } },
  });
  if (stage === "audit" || !judgesPods(spec)) return [bind("", ACTIONS[stage], {})];
  return [
    bind("", ACTIONS[stage], { excludeResourceRules: [PODS] }),
    bind("-bare-pods", ACTIONS.audit, { resourceRules: [PODS] }),
  ];
}

/** The names under which a policy and its bindings may be in a cluster, whatever its stage. */
export function namesInCluster({ name, spec }: Pick<Policy, "name" | "spec">): string[] {
  return judgesPods(spec) ? [name, `${name}-bare-pods`] : [name];
}

function judgesPods({ matchConstraints }: PolicySpec): boolean {
  return (matchConstraints.resourceRules ?? []).some(
    ({ apiGroups, resources }) =>
      apiGroups.includes("") && resources.some((resource) => PODS.resources.includes(resource)),
  );
}
