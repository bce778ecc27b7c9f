import type { KubernetesObject, Port } from "@fairlead/domain";
import type { Build } from "./build.ts";
import { egress, type Rule } from "./egress.ts";
import type { Gap } from "./gap.ts";
import { routedPort } from "./http-route.ts";
import { needsLabel, objectLabels } from "./labels.ts";

/**
 * The service's own policy: in come marked callers of the same environment and, for a public service, the gateway; out
 * goes DNS and what is declared. It selects by the instance alone and never depends on who calls.
 */
export function networkPolicy(build: Build): { object: KubernetesObject; gaps: Gap[] } {
  const { rules, gaps } = egress(build);
  return {
    object: {
      apiVersion: "networking.k8s.io/v1",
      kind: "NetworkPolicy",
      metadata: { name: build.name, namespace: build.destination.namespace, labels: objectLabels(build) },
      spec: {
        podSelector: { matchLabels: { "app.kubernetes.io/instance": build.name } },
        policyTypes: ["Egress", "Ingress"],
        ingress: ingress(build),
        egress: rules,
      },
    },
    gaps,
  };
}

function ingress(build: Build): Rule[] {
  const { ports, expose } = build.spec;
  // A policy without a rule is taken for a forgotten one by several checkers; its own pods are none that it calls.
  if (ports.length === 0 || expose.to === "nobody") {
    return [{ from: [{ podSelector: { matchLabels: { "app.kubernetes.io/instance": build.name } } }] }];
  }
  const callers = {
    namespaceSelector: {
      matchLabels: { "fairlead.dev/managed": "true", "fairlead.dev/environment": build.environment.metadata.name },
    },
    podSelector: { matchLabels: { [needsLabel(build.name)]: "true" } },
  };
  const gateways = build.profile.gateways.map(({ namespace }) => ({
    namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": namespace } },
  }));
  const routed = routedPort(build);
  return [
    { from: [callers], ports: tcp(ports) },
    ...(routed === undefined || gateways.length === 0 ? [] : [{ from: gateways, ports: tcp([routed]) }]),
  ];
}

function tcp(ports: readonly Port[]): { port: number; protocol: "TCP" }[] {
  return ports.map(({ port }) => ({ port, protocol: "TCP" }));
}
