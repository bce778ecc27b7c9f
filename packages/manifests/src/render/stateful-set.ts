import type { KubernetesObject } from "@fairlead/domain";
import type { PodPart } from "../traits/trait.ts";
import { type Build, isAutoscaled, replicaRange } from "./build.ts";
import { REVISION_HISTORY } from "./deployment.ts";
import { selectorLabels } from "./labels.ts";
import { POD_ROLES } from "./pod-role.ts";
import { podTemplate } from "./pod-template.ts";
import { peersName } from "./service.ts";
import { workloadMetadata } from "./workload-metadata.ts";

/** Replicas that have a name and a volume each, and keep both. */
export function statefulSet(build: Build, pod: PodPart): KubernetesObject {
  return {
    apiVersion: "apps/v1",
    kind: "StatefulSet",
    metadata: workloadMetadata(build),
    spec: {
      ...(isAutoscaled(build) ? {} : { replicas: replicaRange(build).min }),
      serviceName: peersName(build.name),
      // One after another, a replica that cannot start would stand in the way of the version that mends it:
      // https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#forced-rollback
      podManagementPolicy: "Parallel",
      revisionHistoryLimit: REVISION_HISTORY,
      selector: { matchLabels: selectorLabels(build) },
      updateStrategy: { type: "RollingUpdate" },
      // Data go by a decision, never because replicas or the workload went.
      persistentVolumeClaimRetentionPolicy: { whenDeleted: "Retain", whenScaled: "Retain" },
      template: podTemplate(build, pod, POD_ROLES.StatefulSet),
      ...(pod.claims?.length ? { volumeClaimTemplates: pod.claims } : {}),
    },
  };
}
