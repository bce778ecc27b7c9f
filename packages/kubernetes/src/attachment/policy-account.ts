import type { KubernetesObject } from "@fairlead/domain";

const NAME = "fairlead-policy";
const GROUP = "admissionregistration.k8s.io";
const RESOURCES = ["validatingadmissionpolicies", "validatingadmissionpolicybindings"];

/**
 * The account that keeps admission policies in step. No policy can judge writes to policies, so RBAC alone holds it: it
 * changes and deletes those of the given names only, the guards not among them. What RBAC cannot limit by name is
 * creating, so it could add a policy that refuses every write in the cluster; it could widen no right.
 * https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-resources
 */
export function policyAccount(names: readonly string[]): KubernetesObject[] {
  const describe = (text: string) => ({ "kubernetes.io/description": text });
  const rule = (verbs: readonly string[], only: object = {}) => ({
    apiGroups: [GROUP],
    resources: RESOURCES,
    verbs,
    ...only,
  });
  return [
    {
      apiVersion: "v1",
      kind: "ServiceAccount",
      metadata: {
        name: "policy",
        namespace: "fairlead-system",
        annotations: describe("Keeps the admission policies of managed namespaces in step."),
      },
    },
    {
      apiVersion: "rbac.authorization.k8s.io/v1",
      kind: "ClusterRole",
      metadata: {
        name: NAME,
        annotations: describe(
          "Admission policies of Fairlead's own names; it could block writes, never widen a right.",
        ),
      },
      rules: [
        rule(["get", "list", "watch", "create"]),
        rule(["update", "patch", "delete"], { resourceNames: [...names] }),
      ],
    },
    {
      apiVersion: "rbac.authorization.k8s.io/v1",
      kind: "ClusterRoleBinding",
      metadata: { name: NAME, annotations: describe("Gives policy its role.") },
      roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: NAME },
      subjects: [{ kind: "ServiceAccount", name: "policy", namespace: "fairlead-system" }],
    },
  ];
}
