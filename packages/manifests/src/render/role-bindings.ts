import type { KubernetesObject, TeamRole } from "@fairlead/domain";
import type { Build } from "./build.ts";
import { objectLabels } from "./labels.ts";

const RBAC = "rbac.authorization.k8s.io";

interface Subject {
  kind: "ServiceAccount" | "Group";
  name: string;
  namespace?: string;
  apiGroup?: string;
}

/**
 * The fixed roles, bound in this namespace only: its deployer, its guard, the people of the team. In production people
 * look and do not touch.
 */
export function roleBindings(build: Build): KubernetesObject[] {
  const { namespace } = build.destination;
  const isReader = (role: TeamRole) => role === "viewer" || build.environment.spec.production === true;
  const writers = groups(build, (role) => !isReader(role));
  const readers = groups(build, isReader);
  return [
    fixedRoleBinding(build, "fairlead-deployer", [
      { kind: "ServiceAccount", name: namespace, namespace: "fairlead-deployers" },
    ]),
    fixedRoleBinding(build, "fairlead-guard-namespace", [
      { kind: "ServiceAccount", name: "guard", namespace: "fairlead-system" },
    ]),
    ...(writers.length === 0 ? [] : [fixedRoleBinding(build, "fairlead-team", writers)]),
    ...(readers.length === 0 ? [] : [fixedRoleBinding(build, "fairlead-team-read", readers)]),
  ];
}

function groups({ refs }: Build, may: (role: TeamRole) => boolean): Subject[] {
  const names = refs.groups.filter(({ role }) => may(role)).map(({ name }) => name);
  return [...new Set(names)].sort().map((name) => ({ kind: "Group", name, apiGroup: RBAC }));
}

/** One of the fixed roles, bound in this namespace. */
export function fixedRoleBinding(build: Build, role: string, subjects: Subject[]): KubernetesObject {
  return {
    apiVersion: `${RBAC}/v1`,
    kind: "RoleBinding",
    metadata: { name: role, namespace: build.destination.namespace, labels: objectLabels(build) },
    roleRef: { apiGroup: RBAC, kind: "ClusterRole", name: role },
    subjects,
  };
}
