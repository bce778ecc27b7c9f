import type { KubernetesObject } from "@fairlead/domain";

/** The pods that a workload makes, as its controller would write them: Pod Security refuses pods, never templates. */
export function podsOf({ kind, metadata, spec }: KubernetesObject): KubernetesObject[] {
  const template = templateOf(kind, Object(spec));
  if (template === undefined) return [];
  const { name, namespace = "" } = metadata;
  const { metadata: marks, spec: pod } = Object(template);
  const volumes = [...(pod.volumes ?? []), ...claimedBy(`${name}-0`, Object(spec).volumeClaimTemplates)];
  return [
    { apiVersion: "v1", kind: "Pod", metadata: { ...marks, name: `${name}-0`, namespace }, spec: { ...pod, volumes } },
  ];
}

/** The volumes that a StatefulSet's controller puts into each of its pods. */
function claimedBy(pod: string, claims: { metadata: { name: string } }[] = []): unknown[] {
  return claims.map(({ metadata: { name } }) => ({ name, persistentVolumeClaim: { claimName: `${name}-${pod}` } }));
}

function templateOf(kind: string, spec: Record<string, unknown>): unknown {
  if (kind === "CronJob") return Object(Object(spec.jobTemplate).spec).template;
  return ["Deployment", "StatefulSet", "Job", "DaemonSet"].includes(kind) ? spec.template : undefined;
}
