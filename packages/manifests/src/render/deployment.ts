import type { KubernetesObject } from "@fairlead/domain";
import { type Build, isAutoscaled, replicaRange } from "./build.ts";
import { container } from "./container.ts";
import { fingerprint } from "./fingerprint.ts";
import { objectLabels, ownershipAnnotations, podLabels, selectorLabels } from "./labels.ts";
import { podSpec } from "./pod-spec.ts";

const REVISION_HISTORY = 5;
const PROGRESS_DEADLINE_SECONDS = 600;

export function deployment(build: Build): KubernetesObject {
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: {
      name: build.name,
      namespace: build.destination.namespace,
      labels: { ...objectLabels(build), "app.kubernetes.io/component": build.template.metadata.name },
      annotations: {
        ...ownershipAnnotations(build),
        // Policies see such a workload with the API server's default of one replica; they judge the autoscaler instead.
        ...(isAutoscaled(build) ? { "fairlead.dev/autoscaled": "true" } : {}),
      },
    },
    spec: {
      // The autoscaler owns the number where there is one.
      ...(isAutoscaled(build) ? {} : { replicas: replicaRange(build).min }),
      revisionHistoryLimit: REVISION_HISTORY,
      progressDeadlineSeconds: PROGRESS_DEADLINE_SECONDS,
      selector: { matchLabels: selectorLabels(build) },
      strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: "25%", maxUnavailable: 0 } },
      template: { metadata: podMetadata(build), spec: podSpec(build, [container(build)]) },
    },
  };
}

/** Files are mounted one by one, which a cluster never renews: another content must make other pods. */
function podMetadata(build: Build): Record<string, unknown> {
  const labels = podLabels(build);
  const { files } = build.spec;
  return files?.length
    ? { labels, annotations: { "fairlead.dev/files": fingerprint(JSON.stringify(files)) } }
    : { labels };
}
