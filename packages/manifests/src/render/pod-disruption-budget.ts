import type { KubernetesObject } from "@fairlead/domain";
import { type Build, replicaRange } from "./build.ts";
import { excepted } from "./excepted.ts";
import { objectLabels } from "./labels.ts";

/** One pod at a time may be moved away, unless an exception says more, from two replicas on; with one, a budget would block every node's upkeep. */
export function podDisruptionBudget(build: Build): KubernetesObject[] {
  if (replicaRange(build).min < 2) return [];
  return [
    {
      apiVersion: "policy/v1",
      kind: "PodDisruptionBudget",
      metadata: { name: build.name, namespace: build.destination.namespace, labels: objectLabels(build) },
      spec: {
        maxUnavailable: excepted(build, "maxUnavailable") ?? 1,
        unhealthyPodEvictionPolicy: "AlwaysAllow",
        selector: { matchLabels: { "app.kubernetes.io/instance": build.name } },
      },
    },
  ];
}
