import type { KubernetesObject } from "../kubernetes/object.ts";
import { fieldsOf, listOf } from "./health/health.ts";

/** Other names under which a pod is seen in logs and alerts: its addresses, its node, its images. */
export function podIdentifiers(pod: KubernetesObject): string[] {
  const { containers, nodeName } = fieldsOf(pod.spec);
  const { podIP, podIPs } = fieldsOf(pod.status);
  const names = [
    podIP,
    ...listOf(podIPs).map(({ ip }) => ip),
    nodeName,
    ...listOf(containers).map(({ image }) => image),
  ];
  return [...new Set(names.filter((name) => typeof name === "string" && name !== ""))].map(String);
}
