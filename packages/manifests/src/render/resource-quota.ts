import type { KubernetesObject } from "@fairlead/domain";
import { type Build, replicaRange } from "./build.ts";
import { objectLabels } from "./labels.ts";
import { resourcesOf, times } from "./quantities.ts";

/** Room for all replicas, their replacements while a rollout surges, and those that are still ending. */
export function resourceQuota(build: Build): KubernetesObject {
  const pods = replicaRange(build).max * 2 + 2;
  const { requests, limits } = resourcesOf(build.size);
  const hard: Record<string, string> = { pods: String(pods), "count/jobs.batch": "50", "count/services": "5" };
  for (const [resource, quantity] of Object.entries(requests)) hard[`requests.${resource}`] = times(quantity, pods);
  for (const [resource, quantity] of Object.entries(limits)) hard[`limits.${resource}`] = times(quantity, pods);
  return {
    apiVersion: "v1",
    kind: "ResourceQuota",
    metadata: { name: "fairlead", namespace: build.destination.namespace, labels: objectLabels(build) },
    spec: { hard },
  };
}
