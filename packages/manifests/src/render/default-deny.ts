import type { KubernetesObject } from "@fairlead/domain";
import type { Build } from "./build.ts";
import { objectLabels } from "./labels.ts";

/** Nothing in and nothing out, for every pod of the namespace; the service's own policy opens what is declared. */
export function defaultDeny(build: Build): KubernetesObject {
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: { name: "default-deny", namespace: build.destination.namespace, labels: objectLabels(build) },
    spec: { podSelector: {}, policyTypes: ["Egress", "Ingress"] },
  };
}
