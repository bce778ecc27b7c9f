import type { KubernetesObject } from "@fairlead/domain";
import type { Build } from "./build.ts";
import { objectLabels } from "./labels.ts";
import { resourcesOf } from "./quantities.ts";

/** No container without limits, and none larger than the size that was declared. */
export function limitRange(build: Build): KubernetesObject {
  const { requests, limits } = resourcesOf(build.size);
  return {
    apiVersion: "v1",
    kind: "LimitRange",
    metadata: { name: "fairlead", namespace: build.destination.namespace, labels: objectLabels(build) },
    spec: {
      limits: [
        {
          type: "Container",
          max: limits,
          min: { cpu: "1m", memory: "1Mi", "ephemeral-storage": "1Mi" },
          default: limits,
          defaultRequest: requests,
        },
      ],
    },
  };
}
