import type { KubernetesObject } from "@fairlead/domain";
import type { Build } from "./build.ts";
import { objectLabels } from "./labels.ts";

const RBAC = "rbac.authorization.k8s.io";

interface Subject {
  kind: "ServiceAccount" | "Group";
  name: string;
  namespace?: string;
  apiGroup?: string;
}

/** The fixed roles, bound in this namespace only: its deployer, its guard, the people of the team. */
export function roleBindings(build: Build): KubernetesObject[] {
  const { namespace } = build.destination;
  const people = build.refs.groups
    .filter(({ role }) => role !== "viewer")
    .map(({ name }): Subject => ({ kind: "Group", name, apiGroup: RBAC }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const team = build.environment.spec.production ? "fairlead-team-read" : "fairlead-team";
  return [
    binding(build, "fairlead-deployer", [{ kind: "ServiceAccount", name: namespace, namespace: "fairlead-deployers" }]),
    binding(build, "fairlead-guard-namespace", [
      { kind: "ServiceAccount", name: "guard", namespace: "fairlead-system" },
    ]),
    ...(people.length === 0 ? [] : [binding(build, team, people)]),
  ];
}

function binding(build: Build, role: string, subjects: Subject[]): KubernetesObject {
  return {
    apiVersion: `${RBAC}/v1`,
    kind: "RoleBinding",
    metadata: { name: role, namespace: build.destination.namespace, labels: objectLabels(build) },
    roleRef: { apiGroup: RBAC, kind: "ClusterRole", name: role },
    subjects,
  };
}
