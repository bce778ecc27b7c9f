import type { KubernetesObject } from "@fairlead/domain";

/** The order in which manifests are read and written: what pods need stands before them, what looks at them after. */
const ORDER = [
  "ServiceAccount",
  "Role",
  "RoleBinding",
  "ExternalSecret",
  "Instrumentation",
  "ConfigMap",
  "PersistentVolumeClaim",
  "Deployment",
  "StatefulSet",
  "CronJob",
  "Job",
  "Service",
  "HorizontalPodAutoscaler",
  "ScaledObject",
  "PodDisruptionBudget",
  "NetworkPolicy",
  "CiliumNetworkPolicy",
];

/** Objects in a stable order: by kind, and of one kind as they come. */
export function inOrder(objects: readonly KubernetesObject[]): KubernetesObject[] {
  return [...objects].sort((a, b) => rank(a) - rank(b));
}

function rank({ kind }: KubernetesObject): number {
  const at = ORDER.indexOf(kind);
  return at < 0 ? ORDER.length : at;
}
