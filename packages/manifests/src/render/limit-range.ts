import { type KubernetesObject, sizesOf } from "@fairlead/domain";
import type { Build } from "./build.ts";
import { objectLabels } from "./labels.ts";
import { largerCpu, resourcesOf } from "./quantities.ts";

/**
 * No container without limits, and none larger than the template's largest size: with the declared one as the limit,
 * a smaller size would keep the pods of the larger from being replaced before the new ones serve.
 */
export function limitRange(build: Build): KubernetesObject {
  const { requests, limits } = resourcesOf(build.size);
  const largest = resourcesOf(sizesOf(build.template).at(-1) ?? build.size).limits;
  // An exception may let this one have more CPU than the largest size has.
  const most = { ...largest, cpu: largerCpu(largest.cpu ?? limits.cpu ?? "0", limits.cpu ?? "0") };
  return {
    apiVersion: "v1",
    kind: "LimitRange",
    metadata: { name: "fairlead", namespace: build.destination.namespace, labels: objectLabels(build) },
    spec: {
      limits: [
        {
          type: "Container",
          max: most,
          min: { cpu: "1m", memory: "1Mi", "ephemeral-storage": "1Mi" },
          default: limits,
          defaultRequest: requests,
        },
      ],
    },
  };
}
