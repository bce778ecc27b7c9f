import type { KubernetesObject } from "@fairlead/domain";
import type { Build } from "./build.ts";
import { objectLabels } from "./labels.ts";

/** The workload's own identity, with no rights and no token mounted. */
export function serviceAccount(build: Build): KubernetesObject {
  return {
    apiVersion: "v1",
    kind: "ServiceAccount",
    metadata: { name: build.name, namespace: build.destination.namespace, labels: objectLabels(build) },
    automountServiceAccountToken: false,
  };
}
