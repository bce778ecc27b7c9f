import type { KubernetesObject } from "@fairlead/domain";
import type { Build } from "./build.ts";
import { DNS, type Rule } from "./egress.ts";
import { callerIngress } from "./ingress-rules.ts";
import { objectLabels } from "./labels.ts";

/** The ways in and out that traits ask for. */
interface Ways {
  ingress: readonly Rule[];
  egress: readonly Rule[];
}

/**
 * The service's own policy: in come marked callers of the same environment and what traits ask for, such as the
 * gateway; out goes DNS and what is declared. It selects by the instance alone and never depends on who calls.
 */
export function networkPolicy(build: Build, ways: Ways): KubernetesObject {
  const mine = { matchLabels: { "app.kubernetes.io/instance": build.name } };
  const ingress = [...callerIngress(build), ...ways.ingress];
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: { name: build.name, namespace: build.destination.namespace, labels: objectLabels(build) },
    spec: {
      podSelector: mine,
      policyTypes: ["Egress", "Ingress"],
      // A policy without a rule is taken for a forgotten one by several checkers; its own pods are none that it calls.
      ingress: ingress.length === 0 ? [{ from: [{ podSelector: mine }] }] : ingress,
      egress: [DNS, ...ways.egress],
    },
  };
}
