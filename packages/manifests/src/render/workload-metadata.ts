import type { ObjectMeta } from "@fairlead/domain";
import { type Build, isAutoscaled } from "./build.ts";
import { objectLabels, ownershipAnnotations } from "./labels.ts";

/** Name, marks and owner of the workload, whatever its kind. */
export function workloadMetadata(build: Build): ObjectMeta {
  return {
    name: build.name,
    namespace: build.destination.namespace,
    labels: { ...objectLabels(build), "app.kubernetes.io/component": build.template.metadata.name },
    annotations: {
      ...ownershipAnnotations(build),
      // Policies see such a workload with the API server's default of one replica; they judge the autoscaler instead.
      ...(isAutoscaled(build) ? { "fairlead.dev/autoscaled": "true" } : {}),
    },
  };
}
