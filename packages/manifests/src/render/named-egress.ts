import type { KubernetesObject } from "@fairlead/domain";
import type { Build } from "./build.ts";
import type { NamedHost } from "./egress.ts";
import { objectLabels } from "./labels.ts";

/** Cilium's own names for the labels of a pod's namespace and of the pod. */
const DNS_PODS = { "k8s:io.kubernetes.pod.namespace": "kube-system", "k8s:k8s-app": "kube-dns" };

/**
 * Ways to hosts by name. Cilium learns the addresses from the answers of the cluster's DNS, so these must pass through
 * its proxy: https://docs.cilium.io/en/stable/security/policy/language/#dns-based
 */
export function namedEgress(build: Build, names: readonly NamedHost[]): KubernetesObject[] {
  if (names.length === 0) return [];
  const hosts = names.map(({ host, port }) => ({
    toFQDNs: [host.startsWith("*.") ? { matchPattern: host } : { matchName: host }],
    toPorts: [{ ports: [{ port: String(port), protocol: "TCP" }] }],
  }));
  const lookUps = {
    toEndpoints: [{ matchLabels: DNS_PODS }],
    toPorts: [{ ports: [{ port: "53", protocol: "ANY" }], rules: { dns: [{ matchPattern: "*" }] } }],
  };
  return [
    {
      apiVersion: "cilium.io/v2",
      kind: "CiliumNetworkPolicy",
      metadata: { name: `${build.name}-external`, namespace: build.destination.namespace, labels: objectLabels(build) },
      spec: {
        endpointSelector: { matchLabels: { "app.kubernetes.io/instance": build.name } },
        egress: [lookUps, ...hosts],
      },
    },
  ];
}
